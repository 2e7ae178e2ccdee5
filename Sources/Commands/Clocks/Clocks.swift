import Annals
import EventLog
import Postgres

/// Both clocks as they were asked for and as they were read.
struct Clocks {
    /// The day it is asked how things stood.
    let at: Day
    /// What was written as `--at`; nil when it was left at today.
    let askedAt: String?
    /// The position up to which entries are known.
    let known: Position
    /// What was written as `--known`; nil when it was left at now.
    let askedKnown: String?
    /// When that position was recorded; nil for #0.
    let recordedAt: Timestamp?
    /// Whether nothing more can turn out to have been known by then; nil in a receipt of before that was kept.
    let isSettled: Bool?
    /// Why more still can; nil when it is settled, and in receipts, which do not keep it.
    let doubt: Doubt?
    /// Where the log ended when they were read.
    let head: LogHead

    var isToday: Bool { askedAt == nil }
    var isNow: Bool { askedKnown == nil }
    var asOf: AsOf { AsOf(at: at, known: known) }

    /// The options that set them as they were, for a command to be suggested: ` --at 2020-06-01 --known '#57'`.
    var options: String {
        (askedAt.map { " --at \(Shell.word($0))" } ?? "")
            + (askedKnown.map { " --known \(Shell.word($0))" } ?? "")
    }
}
