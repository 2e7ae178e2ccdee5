extension HelpTopic {
    static let environmentText = """
        ENVIRONMENT

        Which database, the first of these that is there; --db comes before all:

          ANNALS_DB         a libpq URI or keyword string
          DATABASE_URL      the same
          PGHOST, PGHOSTADDR, PGSERVICE, PGDATABASE
                            libpq's own; with any database named, PGPORT, PGUSER and
                            its other PG* variables count too, and its service and
                            password files
          XDG_DATA_HOME     where the private database is, in annals/pg
          HOME              without that: .local/share/annals/pg in it

          ANNALS_WAIT       how long to wait for a server that is away, and for
                            entries to become known, as 90s, 5m or 1h; without
                            it a minute, and not at all for a server that does
                            not answer at first; --wait comes before it
          PGOPTIONS         settings of the session: limits of time and the role
                            are kept; what an answer could depend on annals sets
                            itself

        The private database:

          ANNALS_PG_BIN     the directory of PostgreSQL's programs
          PATH              where they are looked for otherwise

        Who writes:

          ANNALS_ACTOR      the name under which entries are appended; without it,
                            the name the system knows
          ANNALS_MAX_AHEAD  how far ahead of this machine's clock entries may be
                            recorded, as in 12h; without it, 1d

        The terminal:

          ANNALS_PAGER      what shows long output a screen at a time; empty or cat
                            for nothing, as with --no-pager
          PAGER             the same, for all programs; without either, less
          LESS              how less behaves; without it, FIRX: it leaves by itself
                            where all fits on a screen, and shows colours
          NO_COLOR          not empty: no colours, as with --no-color
          TERM              dumb: no colours, no pager, no progress bar
          COLUMNS           how wide to write, instead of what the terminal says
        """
}
