import Annals
import ArgumentParser

/// `--from` and `--to`, on commands that are about what began in some days.
struct SpanOptions: ParsableArguments {
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

    func check(_ clocks: ClockOptions) throws {
        guard to == nil || clocks.at == nil else {
            throw ValidationError("--to and --at say the same: give one of them.")
        }
    }

    /// The days, read, with no limit to what is told of them.
    func read(clocks: Clocks) throws(Failure) -> Window {
        let first = try from.map { written throws(Failure) in try Self.firstDay(written) }
        let last =
            try to.map { written throws(Failure) in try ClockOptions.day(written, option: "--to") }
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
        return Window(first: first, last: last)
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
}
