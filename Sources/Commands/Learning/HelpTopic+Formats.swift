extension HelpTopic {
    static let formatsText = """
        FORMATS

        Without --format, text for people: its words and columns may change. Whatever
        else reads an answer takes a format.

          --format    of                                 for
          text        every command                      people
          json        every command; also --json         programs: object or JSON lines
          lanes       history                            programs: lanes and intervals
          csv, tsv    show, history, diff, why, network  spreadsheets, R, pandas
          md          show, history, diff, why, network  Markdown, as in a report
          svg, html   show, history, diff, network       pictures and pages
          gexf        network                            Gephi
          graphml     network                            NetworkX, igraph, yEd
          dot         network                            Graphviz
          bibtex      why                                LaTeX, reference managers
          csl-json    why                                Zotero, Pandoc

        What annals export writes, and what reads it:

          cloudevents     annals import: the log as it is, lossless (CloudEvents 1.0)
          csv             spreadsheets, and annals import; with -o also FILE.csv's
                          description, FILE.csv-metadata.json (CSV on the Web)
          timelinejs      TimelineJS: JSON; timelinejs-csv is its spreadsheet
          ics             calendars: events dated by the day (iCalendar)
          markwhen        Markwhen: events as plain text
          vis             vis-timeline: items and groups, as JSON
          stix            OpenCTI, MISP: a STIX 2.1 bundle
          ftm             Aleph, OpenSanctions: FollowTheMoney entities
          dyad-year       R, Stata: relationships by year, with COW codes;
                          dyad-month by month
          gexf            Gephi: who stood how with whom, over time
          bibtex          LaTeX, reference managers: every source

        What a format cannot carry is counted on standard error.

        JSON keeps its keys, in order; keys may be added. Dates are EDTF as written,
        times UTC as in 2026-11-22T10:00:00Z, positions plain numbers. What is not
        known is null.

        Data goes to standard output and everything else to standard error. Colour,
        the bar of a long work and the pager are for terminals only.

        What annals append reads are JSON lines, an event or an actor each:

          {"actor":"fiji","name":"Fiji","kind":"state","codes":["iso3:FJI"]}
          {"on":"2021","actors":["fiji"],"recipients":["us"],"title":"Visit"}
          {"correct":"#57","because":"the day is known","on":"2021-06-18"}
          {"retract":"#57","because":"another visit"}

        What annals import reads is recognised from what stands in it:

          csv         a spreadsheet with the columns on, a, b and title, or a --map
          timelinejs  the sheet of a TimelineJS timeline; a --map names the actors
          icews       ICEWS, the event files of 1995 to 2023
          polecat     POLECAT, its successor
          gdelt       GDELT 1.0 and 2.0, the events, with or without a line of names
          acled       ACLED, the events and the list of those deleted
          cow         Correlates of War: state system, contiguity, alliances by dyad
          cloudevents CloudEvents 1.0, one a line; or a log that export wrote

        Tables are UTF-8, with commas, semicolons or tabs, packed with gzip or not.
        A spreadsheet may say with each event its type, mode, contexts, cameo, facet,
        key, value, from, to, claimant, begin, end, source, url, publisher, published,
        locator, quote, note, grade, modality, reported, tags and id.
        """
}
