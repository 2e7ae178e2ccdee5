import Annals
import EventLog
import Postgres

extension Audit {
    /// What the receipt says beside the answer: how the question was taken, and at which version each stream was.
    static func differences(
        in question: Question,
        _ receipt: Receipt,
        _ answer: LogAnswer,
        _ log: Log
    ) throws -> [Difference] {
        var found: [Difference] = []
        func compare(_ path: String, at position: Position? = nil, receipt: JSONValue, log: JSONValue) {
            guard receipt.line != log.line else { return }
            let positions = [position].compactMap { $0 }
            found.append(Difference(path: [path], receipt: receipt, log: log, positions: positions))
        }
        for asked in question.actors {
            let unfound = answer.unfound.contains(asked)
            compare(
                "who “\(asked.asked)” is",
                receipt: .string(asked.actor.slug),
                log: unfound ? .null : .string(asked.actor.slug)
            )
            compare(
                "name of \(asked.actor)",
                receipt: .optional(receipt.names[asked.actor]),
                log: .optional(answer.names[asked.actor])
            )
        }
        let readings = [question.clocks] + [question.before].compactMap { $0 }
        for (clocks, end) in zip(readings, ["", " (from)"]) {
            if let at = clocks.askedAt {
                let day = try ClockOptions.day(at)
                compare("--at\(end)", receipt: .string(clocks.at.description), log: .string(day.description))
            }
            let known = try clocks.known(in: log)
            compare(
                "--known\(end)",
                receipt: .number(Int(clocks.known.rawValue)),
                log: .number(Int(known.rawValue))
            )
        }
        if let since = question.askedSince {
            let position = try EntryOptions.position(since: since, in: log, upTo: question.clocks.head)
            compare(
                "--since",
                receipt: .optional(question.since?.description),
                log: .string(position.description)
            )
        }
        let head = question.clocks.head
        var times = [head.position: head.recordedAt]
        for clocks in readings { times[clocks.known] = clocks.recordedAt }
        for (position, recorded) in times.sorted(by: { $0.key < $1.key }) {
            compare(
                "when \(position) was recorded",
                at: position,
                receipt: .optional(recorded?.description),
                log: .optional(answer.reading.recordedAt[position]?.description)
            )
        }
        for (stream, days) in (question.spread ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let window = answer.windows[stream], window.clamped(to: days) != window else { continue }
            compare("days compared of \(stream)", receipt: .string(days.spoken), log: .string(window.spoken))
        }
        let streams = try question.streams(in: log)
        for stream in Set(streams.keys).union(receipt.streams.keys).sorted() {
            func version(_ versions: [StreamID: Version]) -> JSONValue {
                .number(Int(versions[stream]?.rawValue ?? 0))
            }
            compare("entries of \(stream)", receipt: version(receipt.streams), log: version(streams))
        }
        return found
    }
}

extension Clocks {
    /// The position that was to be answered for, read from the log as it is now.
    fileprivate func known(in log: Log) throws -> Position {
        guard let askedKnown else { return head.position }
        if askedKnown.hasPrefix("#") {
            let position = try Position(askedKnown, from: "--known")
            try KnownClock.check(position, isUpTo: head)
            return position
        }
        let position = try log.position(at: .last(of: askedKnown, from: "--known"))
        switch isSettled {
        case true?: return position
        // What was recorded as of that time later, the answer could not have.
        case false?: return min(position, known)
        case nil: return min(position, head.position)
        }
    }
}

extension ClosedRange<Day> {
    /// `2001-01-01 to 2020-06-01`.
    var spoken: String { "\(lowerBound) to \(upperBound)" }
}
