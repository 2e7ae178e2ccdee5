import Annals
import EventLog

/// Two readings of the clocks, of which one clock runs and the other stands still: what `annals diff` compares.
struct ClockRange {
    let before: Clocks
    let after: Clocks

    /// Whether it is the world's clock that runs.
    var isOfWorld: Bool { before.at != after.at }
    /// Whether one clock runs, and forwards.
    var isForwards: Bool {
        isOfWorld ? before.at < after.at && before.known == after.known : before.known < after.known
    }
    /// What to say where one of the ends is not settled: ` (not settled: 2026-12-01 is not over)`.
    var unsettled: String { before.unsettled.isEmpty || isOfWorld ? after.unsettled : before.unsettled }
    /// Whether it is about single days of the world, rather than every one up to today.
    var isOfOneDay: Bool { isOfWorld || !after.isToday }
}

extension ClockOptions {
    /// Reads both clocks, exactly one of which was given as `FROM..TO`.
    func readRange(_ session: Session) throws -> ClockRange {
        let (days, knowledge) = (Self.ends(at), Self.ends(known))
        guard (days == nil) != (knowledge == nil) else {
            throw Failure(
                .usage,
                "range",
                days == nil
                    ? "diff compares two dates, or two states of knowledge"
                    : "only one clock can run at a time",
                help:
                    "write --at 2020-03-01..2021-08-31 for what changed in the world, or --known '#57..#60' for what changed in our knowledge of it"
            )
        }
        var (first, last) = (self, self)
        if let days { (first.at, last.at) = try Self.whole(days, "--at") }
        if let knowledge { (first.known, last.known) = try Self.whole(knowledge, "--known") }
        let (firstDay, lastDay) = (try first.readDay(), try last.readDay())
        let start = try KnownClock(first.known, session)
        // A clock that stands still is read once: what it means may change from one moment to the next.
        let end = knowledge == nil ? start : try KnownClock(last.known, session)
        let range = ClockRange(
            before: try first.read(day: firstDay, start, session.log),
            after: try last.read(day: lastDay, end, session.log)
        )
        if days != nil {
            try Self.check(range.before.at, range.after.at, at, "--at")
        } else {
            try Self.check(range.before.known, range.after.known, known, "--known")
        }
        for clocks in knowledge == nil ? [range.after] : [range.before, range.after] { clocks.tell() }
        return range
    }

    /// The two ends of what is written `FROM..TO`; nil for anything else.
    ///
    /// Within brackets two dots are of the date.
    static func ends(_ written: String?) -> (from: String, to: String)? {
        guard let written, !written.contains("["), !written.contains("/"),
            let dots = written.firstRange(of: "..")
        else { return nil }
        return (String(written[..<dots.lowerBound]), String(written[dots.upperBound...]))
    }

    /// Both ends, where an end left open is now.
    private static func whole(_ ends: (from: String, to: String), _ option: String) throws(Failure) -> (
        String?, String?
    ) {
        guard !ends.from.isEmpty else {
            throw Failure(
                .badData,
                Problem(
                    "range",
                    "..\(ends.to) has no beginning",
                    field: option,
                    help: "write both ends, as in 2020-03-01..2021-08-31"
                )
            )
        }
        return (ends.from, ends.to.isEmpty ? nil : ends.to)
    }

    private static func check<Place: Comparable & CustomStringConvertible>(
        _ before: Place,
        _ after: Place,
        _ written: String?,
        _ option: String
    ) throws(Failure) {
        guard before >= after else { return }
        let ends = ends(written)
        let isReversed = before > after
        throw Failure(
            .badData,
            Problem(
                "range",
                isReversed
                    ? "\(written ?? "") runs backwards: \(before) comes after \(after)"
                    : "\(written ?? "") is empty: both ends are \(before)",
                field: option,
                help: isReversed
                    ? "write \(option) \(Shell.word("\(ends?.to ?? "")..\(ends?.from ?? "")"))"
                    : "give two different ends"
            )
        )
    }
}
