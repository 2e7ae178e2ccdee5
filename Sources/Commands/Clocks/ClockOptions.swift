import Annals
import ArgumentParser
import EventLog
import Postgres

/// The two clocks, on every command that reads.
struct ClockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "As it stood at the end of this day, month or year (EDTF). Default: today.",
            valueName: "date"
        )
    )
    var at: String?

    @Option(
        help: ArgumentHelp(
            "As we knew it at the end of this day, at a time (2026-11-22T10:00:00Z) or a position (#57). Default: now.",
            valueName: "date|time|#position"
        )
    )
    var known: String?

    /// Reads both clocks against the log of a session, and tells when the answer is not settled.
    func read(_ session: Session) throws -> Clocks {
        let clocks = try read(day: readDay(), KnownClock(known, session), session.log)
        clocks.tell()
        return clocks
    }

    /// Puts together what was read.
    func read(day: Day, _ known: KnownClock, _ log: Log) throws -> Clocks {
        let isHead = known.position == known.head.position
        return Clocks(
            at: day,
            askedAt: Self.unlessNow(at),
            known: known.position,
            askedKnown: known.asked,
            recordedAt: isHead ? known.head.recordedAt : try log.recordedAt(known.position),
            isSettled: known.doubt == nil,
            doubt: known.doubt,
            head: known.head
        )
    }

    /// The day of the world that was asked for.
    func readDay() throws(Failure) -> Day {
        guard let at = Self.unlessNow(at) else { return Day(rawValue: Environment.today.days) }
        return try Self.day(at)
    }

    /// What was written, or nil for a word that means the same as nothing.
    static func unlessNow(_ written: String?) -> String? {
        written == "now" || written == "today" ? nil : written
    }

    /// The last day of a date given as `--at`, or another option.
    static func day(_ at: String, option: String = "--at") throws(Failure) -> Day {
        let date = try EDTF(at, from: option)
        guard let day = date.lastDay, day.isFinite else {
            throw Failure(
                .badData,
                Problem(
                    "date",
                    "\(at) has no end to stand at",
                    field: option,
                    help: "give a day, a month or a year"
                )
            )
        }
        return day
    }
}
