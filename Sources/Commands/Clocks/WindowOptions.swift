import Annals
import ArgumentParser

/// `--from`, `--to` and `--limit`, on commands that list what happened.
struct WindowOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only what may have begun on or after this day, month or year.", valueName: "date")
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Only what may have begun by the end of this one; the same as --at.",
            valueName: "date"
        )
    )
    var to: String?

    @Option(help: "At most so many events, the last ones.")
    var limit: Int?

    @Flag(help: "Draw also what was corrected or withdrawn since.")
    var superseded = false

    func check(_ clocks: ClockOptions) throws {
        guard (limit ?? 1) > 0 else { throw ValidationError("--limit takes a number from 1.") }
        guard to == nil || clocks.at == nil else {
            throw ValidationError("--to and --at say the same: give one of them.")
        }
    }

    /// The window, read.
    func read(clocks: Clocks) throws(Failure) -> Window {
        let first = try from.map { written throws(Failure) in try Self.firstDay(written) }
        let last =
            try to.map { written throws(Failure) in try Self.lastDay(written) }
            ?? (clocks.isToday ? nil : clocks.at)
        if let first, let last, first > last {
            throw Failure(
                .badData,
                Problem(
                    "range",
                    "it runs backwards: \(first) comes after \(last)",
                    field: "--from",
                    help: "give an earlier --from or a later --to"
                )
            )
        }
        return Window(first: first, last: last, limit: limit)
    }

    private static func firstDay(_ written: String) throws(Failure) -> Day {
        let date = try EDTF(written, from: "--from")
        guard let day = date.firstDay else {
            throw Failure(
                .badData,
                Problem(
                    "date",
                    "\(written) has no beginning",
                    field: "--from",
                    help: "give a day, a month or a year"
                )
            )
        }
        return day
    }

    private static func lastDay(_ written: String) throws(Failure) -> Day {
        try ClockOptions.day(written, option: "--to")
    }
}

/// The days a history is asked for, and how much of it.
struct Window: Hashable {
    /// The first day; nil for the beginning.
    var first: Day?
    /// The last day; nil for all there is, also what is yet to come.
    var last: Day?
    /// How many events, the last ones; nil for all.
    var limit: Int?

    static let everything = Window()

    /// What may have begun on one of these days.
    var days: ClosedRange<Day> { (first ?? .distantPast)...(last ?? .distantFuture) }

    /// In a heading: `from 2001-01-01 · up to 2020-06-01 · `.
    var spoken: String {
        (first.map { "from \($0) · " } ?? "") + (last.map { "up to \($0) · " } ?? "")
            + (limit.map { "the last \($0) · " } ?? "")
    }
}
