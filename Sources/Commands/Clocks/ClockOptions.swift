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

    /// Reads both clocks against a log.
    func read(_ log: Log) throws -> Clocks {
        let head = try log.head()
        let position = try known.map { try Self.position($0, in: log, upTo: head.position) } ?? head.position
        return Clocks(
            at: try at.map(Self.day) ?? Day(rawValue: Environment.today.days),
            askedAt: at,
            known: position,
            askedKnown: known,
            recordedAt: position == head.position ? head.recordedAt : try log.recordedAt(position),
            head: head
        )
    }

    /// The last day of a date given as `--at`.
    static func day(_ at: String) throws -> Day {
        let date = try Self.date(at, "--at")
        guard let day = date.lastDay, day.isFinite else {
            throw Failure(
                .badData,
                Problem(
                    "date",
                    "\(at) has no end to stand at",
                    field: "--at",
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
        return min(head, try log.position(at: moment(known)))
    }

    /// Refuses a time of our clock that has not passed: what will be known then nobody can say.
    func refuseFuture(_ log: Log) throws {
        guard let known, !known.hasPrefix("#") else { return }
        let hasPassed = try log.connection.first(
            "select \(try Self.moment(known)) <= clock_timestamp() as passed"
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

    /// A time, or the end of a day, month or year.
    private static func moment(_ known: String) throws -> Timestamp {
        if known.contains("T") {
            guard let moment = Timestamp(known) else {
                throw Failure(
                    .badData,
                    Problem(
                        "date",
                        "\(known) is not a time",
                        field: "--known",
                        help: "write it in UTC, as in 2026-11-22T10:00:00Z"
                    )
                )
            }
            return moment
        }
        let date = try Self.date(known, "--known")
        guard let day = date.lastDay, day.isFinite else {
            throw Failure(
                .badData,
                Problem(
                    "date",
                    "\(known) has no end to know at",
                    field: "--known",
                    help: "give a day, a time or a position"
                )
            )
        }
        // The end of a day is the last microsecond before the next.
        return Timestamp(rawValue: (Int64(day.rawValue) + 1) * 86_400 * 1_000_000 - 1)
    }

    private static func date(_ text: String, _ option: String) throws -> EDTF {
        do {
            return try EDTF(text)
        } catch {
            throw Failure(.badData, Problem(date: error, field: option, written: text))
        }
    }
}
