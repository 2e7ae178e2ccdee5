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

    /// Reads both clocks against the log of a session.
    func read(_ session: Session) throws -> Clocks { try read(session.log, endingAt: session.head) }

    /// Reads both clocks against a log as far as it goes to an entry.
    func read(_ log: Log, endingAt head: LogHead) throws -> Clocks {
        let (at, known) = (Self.unlessNow(at), Self.unlessNow(known))
        let position = try known.map { try Self.position($0, in: log, upTo: head.position) } ?? head.position
        return Clocks(
            at: try at.map { try Self.day($0) } ?? Day(rawValue: Environment.today.days),
            askedAt: at,
            known: position,
            askedKnown: known,
            recordedAt: position == head.position ? head.recordedAt : try log.recordedAt(position),
            head: head
        )
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

    /// The position that what is given as `--known` means, in a log that ends at `head`.
    static func position(_ known: String, in log: Log, upTo head: Position) throws -> Position {
        if known.hasPrefix("#") {
            let position = try Position(known, from: "--known")
            guard position <= head else {
                throw Failure(
                    .badData,
                    Problem(
                        "position",
                        "the log ends at \(head), before \(position)",
                        field: "--known",
                        help: "see annals log"
                    )
                )
            }
            return position
        }
        return min(head, try log.position(at: .last(of: known, from: "--known")))
    }

    /// Refuses a time of our clock that has not passed: what will be known then nobody can say.
    func refuseFuture(_ log: Log) throws {
        guard let known = Self.unlessNow(known), !known.hasPrefix("#") else { return }
        let hasPassed = try log.connection.first(
            "select \(try Timestamp.last(of: known, from: "--known")) <= clock_timestamp() as passed"
        ) { row throws(PostgresError) in try row["passed", as: Bool.self] }
        guard hasPassed == false else { return }
        throw Failure(
            .badData,
            Problem(
                "date",
                "\(known) is not over: what is known by its end can still change",
                field: "--known",
                help: "give a time that has passed or a position, or leave it out for now"
            )
        )
    }
}
