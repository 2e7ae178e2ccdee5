"""What the benchmark compares with what, and what is aimed at: one comparison is one row of the table."""

from dataclasses import dataclass, field

# What a figure is, and in which unit. {entries} and {fewer} are the lengths of the histories,
# {relationships} how many the network has.
FIGURES = {
    "raw_insert": ("raw INSERT of an equal row", "/s"),
    "append": ("`annals.append`, accepted", "/s"),
    "append_beside_sequencer": ("`annals.append`, accepted, a sequencer beside it", "/s"),
    "sequenced": ("known when that run ended", "entries"),
    "accepted": ("accepted by then", "entries"),
    "append_until_known": ("`annals.append`, then sequencing until known", "/s"),
    "message_db_one": ("message-db `write_message`, one category", "/s"),
    "message_db_each": ("message-db `write_message`, a category per client", "/s"),
    "eventsourcing": ("Python eventsourcing 9.5.6", "/s"),
    "raw_median": ("raw INSERT, median", "ms"),
    "raw_p99": ("raw INSERT, p99", "ms"),
    "raw_highest": ("raw INSERT, highest", "ms"),
    "known_quiet_median": ("accepted to known, median", "ms"),
    "known_quiet_p99": ("accepted to known, p99", "ms"),
    "known_quiet_highest": ("accepted to known, highest", "ms"),
    "known_foreign_median": ("accepted to known, a foreign transaction open, median", "ms"),
    "known_foreign_p99": ("accepted to known, a foreign transaction open, p99", "ms"),
    "known_foreign_highest": ("accepted to known, a foreign transaction open, highest", "ms"),
    "call_quiet_median": ("call of append to known, median", "ms"),
    "call_quiet_p99": ("call of append to known, p99", "ms"),
    "call_foreign_p99": ("call of append to known, a foreign transaction open, p99", "ms"),
    "into_few": ("append, then sequencing, into a relationship with 10 events", "/s"),
    "into_many": ("append, then sequencing, into a relationship with {entries} events", "/s"),
    "into_few_late": ("the same of days before, with 10 events", "/s"),
    "into_many_late": ("the same of days before, with {entries} events", "/s"),
    "lookup": ("primary-key lookup of an entry", "ms"),
    "show_few": ("`show`, 10 events", "ms"),
    "show_many": ("`show`, {entries} events", "ms"),
    "state_few": ("`annals.state_at`, 10 events", "ms"),
    "state_many": ("`annals.state_at`, {entries} events", "ms"),
    "start_show": ("`annals show`, from its start to its first byte", "ms"),
    "start_psql": ("`psql -c` of `annals.state_at`", "ms"),
    "start_nothing": ("`psql -c` of nothing", "ms"),
    "count_effects": ("count of the rows of `annals.effect`", "ms"),
    "network": ("count of `annals.network_at`, {relationships} relationships", "ms"),
    "network_rows": ("all columns of `annals.network_at`, {relationships} relationships", "ms"),
    "window_few": ("40 events of a window, of 1,000", "ms"),
    "window_many": ("40 events of a window, of {entries}", "ms"),
    "last_few": ("the last 40 events, of 1,000", "ms"),
    "last_many": ("the last 40 events, of {entries}", "ms"),
    "last_then_few": ("the last 40 events as known at half of 1,000", "ms"),
    "last_then_many": ("the last 40 events as known at half of {entries}", "ms"),
    "two_days_few": ("two days of 1,000 events", "ms"),
    "two_days_many": ("two days of {entries} events", "ms"),
    "copy_out": ("COPY out of the log's rows", "s"),
    "copy_out_and_in": ("COPY out of the log's rows, COPY in of the projections'", "s"),
    "copy_lines": ("COPY of the JSON lines into a table with ten indexes", "s"),
    "import_lines": ("`annals import`, {entries} JSON lines", "s"),
    "import_lines_memory": ("memory of `annals import`, {entries} JSON lines", "MB"),
    "overwriting_0": ("`annals import`, {fewer} events of one relationship", "s"),
    "overwriting_1": ("the same again, every event corrected", "s"),
    "overwriting_5": ("every event corrected a fifth time", "s"),
    "overwriting_5_memory": ("memory of `annals import`, {fewer} events corrected a fifth time", "MB"),
    "overwriting_1_memory": ("memory the first time", "MB"),
    "copy_rows": ("COPY of the file into a table with ten indexes", "s"),
    "import": ("`annals import`, {entries} rows", "s"),
    "import_memory": ("memory of `annals import`, {entries} rows", "MB"),
    "import_fewer": ("`annals import`, {fewer} rows", "s"),
    "import_fewer_memory": ("memory with {fewer}", "MB"),
    "import_reading": ("`annals import --dry-run`, {entries} rows", "s"),
    "verify": ("`annals verify`, {entries} entries", "s"),
    "verify_memory": ("memory of `annals verify`, {entries} entries", "MB"),
    "verify_fewer_memory": ("memory with {fewer}", "MB"),
    "replay": ("`annals replay`, {entries} entries", "s"),
    "replay_check": ("`annals replay --check`, {entries} entries", "s"),
    "replay_memory": ("memory of `annals replay`, {entries} entries", "MB"),
    "replay_check_memory": ("memory of `annals replay --check`, {entries} entries", "MB"),
    "replay_check_fewer_memory": ("memory with {fewer}", "MB"),
}


@dataclass
class Comparison:
    """A figure beside its control; a target bounds the figure itself or its quotient by the control's."""

    figure: str
    control: str
    at_least: dict = field(default_factory=dict)  # the quotient, by the number of clients
    at_most: float | None = None  # the quotient
    below: float | None = None  # the figure


COMPARISONS = [
    Comparison("append", "raw_insert", at_least={8: 0.6, 32: 0.5}),
    Comparison("append_beside_sequencer", "raw_insert", at_least={8: 0.6, 32: 0.5}),
    Comparison("append_beside_sequencer", "append"),
    Comparison("sequenced", "accepted"),
    Comparison("append_until_known", "raw_insert"),
    Comparison("append", "message_db_one", at_least={1: 1, 8: 1, 32: 1}),
    Comparison("append", "message_db_each", at_least={1: 1, 8: 1, 32: 1}),
    Comparison("append", "eventsourcing", at_least={1: 5, 8: 5, 32: 5}),
    Comparison("known_quiet_median", "raw_median"),
    Comparison("known_quiet_p99", "raw_p99", below=20),
    Comparison("known_quiet_highest", "raw_highest"),
    Comparison("call_quiet_median", "raw_median"),
    Comparison("call_quiet_p99", "raw_p99"),
    Comparison("known_foreign_median", "known_quiet_median"),
    Comparison("known_foreign_p99", "known_quiet_p99", below=20),
    Comparison("known_foreign_highest", "known_quiet_highest"),
    Comparison("call_foreign_p99", "call_quiet_p99"),
    Comparison("into_many", "into_few", at_least={1: 0.77}),
    Comparison("into_many_late", "into_few_late", at_least={1: 0.77}),
    Comparison("into_many_late", "into_many"),
    Comparison("show_few", "lookup", at_most=3),
    Comparison("show_many", "lookup", at_most=3),
    Comparison("show_many", "show_few", at_most=1.3),
    Comparison("state_few", "lookup"),
    Comparison("state_many", "lookup"),
    Comparison("start_show", "start_psql", at_most=1.2),
    Comparison("start_psql", "start_nothing"),
    Comparison("network", "count_effects", at_most=3),
    Comparison("network_rows", "count_effects"),
    Comparison("window_many", "window_few", at_most=1.5),
    Comparison("last_many", "last_few", at_most=1.5),
    Comparison("last_then_many", "last_then_few", at_most=1.5),
    Comparison("two_days_many", "two_days_few", at_most=1.5),
    Comparison("import", "copy_rows", at_most=3.3),
    Comparison("import_lines", "copy_lines", at_most=2.5),
    Comparison("import_lines", "import"),
    Comparison("import_reading", "copy_rows"),
    Comparison("import", "import_fewer"),
    Comparison("import_memory", "import_fewer_memory", below=256),
    Comparison("import_lines_memory", "import_fewer_memory", below=256),
    Comparison("overwriting_1", "overwriting_0"),
    Comparison("overwriting_5", "overwriting_1", at_most=1.3),
    Comparison("overwriting_5_memory", "overwriting_1_memory", below=256),
    Comparison("verify", "copy_out"),
    Comparison("verify_memory", "verify_fewer_memory", below=256),
    Comparison("replay_check", "copy_out_and_in"),
    Comparison("replay", "copy_out_and_in", at_most=2),
    Comparison("replay_memory", "replay_check_fewer_memory", below=256),
    Comparison("replay_check_memory", "replay_check_fewer_memory", below=256),
]

PLACES = {"disk": "disk", "ram": "memory, flush 1 ms"}

# What the table means, below it.
NOTES = """\
Every row is a comparison: a figure, and its control measured in the same round on the same server; the quotient \
is taken round by round. Figures are medians of the rounds (lowest–highest). The machine moves figures, quotients \
much less. Every commit is durable; *disk* is annals' private cluster as anybody gets it, *memory, flush 1 ms* the \
same on a RAM disk, where a writer about to flush waits 1 ms and flushes for all who are ready by then \
(`commit_delay`): there a flush costs the same in every run.

- Appending: pgbench, prepared, one event a call, over 10,000 relationships, without the first second, in which new \
connections plan their statements. *Accepted* is durable, with its \
versions; *known* has its place in the log and is in the projections, which the raw INSERT, message-db and \
eventsourcing have no equal of. eventsourcing: its recorder alone, one event a call, a process per client.
- From accepted to known: 8 writers, each of whom appends, then sequences what is there until its own entry is \
known. *Accepted to known* comes from the database, for every entry: from the commit of the transaction that wrote \
it to the commit of the one that logged it, each of them seen by others one flush later. *Call of append to known* \
is the writer's own stopwatch around both. The foreign transaction has written to another table and has a \
snapshot, and is open from before the first round until after the last, in a database beside the quiet one.
- Into long and short histories: one client, accepted and known, events later than all others or of any day before; \
the short ones are a thousand relationships with ten events.
- `show` is the SQL that the command asks, with an entry's title for each effect; seen from the client.
- Starting: from the start of the process to the first byte it writes, the whole answer read; asking the same of \
the same relationship, with 10 events.
- The network is of random days, of ten events a relationship; seen from the client, which gets a count.
- Events and days of a history: the SQL that `history` and its pictures ask, entries and all; against the same of a \
short history on the same server.
- Importing: the whole command with its start; 20 columns in ICEWS's layout, of 4,000 actors who are known, and the \
same events as CloudEvents. The controls take the same bytes with `\\copy`, as they are, into one table with as many \
indexes as an event gets entries in. Overwriting: ACLED's rows of one pair, given anew with a newer timestamp, another \
day and other content each.
- Verifying and replaying: the whole command with its start, on a history between 997 pairs of actors; memory is \
the most it held resident.\
"""
