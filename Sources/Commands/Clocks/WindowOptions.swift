import Annals
import ArgumentParser

/// `--from`, `--to` and `--limit`, on commands that list what happened.
struct WindowOptions: ParsableArguments {
    @OptionGroup var span: SpanOptions

    @Option(help: "At most so many events, the last ones.")
    var limit: Int?

    @Flag(help: "Draw also what was corrected or withdrawn since.")
    var superseded = false

    func check(_ clocks: ClockOptions) throws {
        guard (limit ?? 1) > 0 else { throw ValidationError("--limit takes a number from 1.") }
        try span.check(clocks)
    }

    /// The window, read.
    func read(clocks: Clocks) throws(Failure) -> Window {
        var window = try span.read(clocks: clocks)
        window.limit = limit
        return window
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
