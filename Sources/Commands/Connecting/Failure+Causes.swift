import Annals
import EventLog
import Postgres
import Projections

extension Failure {
    /// What anything thrown below means to somebody at a terminal.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as PostgresError: self.init(error)
        case let error as LogError: self.init(error)
        case let error as ClusterError: self.init(error)
        case let problems as Problems: self.init(.badData, problems.list.map { Item(line: nil, problem: $0) })
        case let error as ReplayError: self.init(error)
        case let error as Undelivered: self.init(error)
        default:
            self.init(
                .bug,
                "bug",
                "annals met something it did not expect: \(error)",
                help: "please report it, with the command that led here"
            )
        }
    }

    init(_ error: ClusterError) {
        self.init(
            .unavailable,
            "database",
            error.headline,
            help: error.help,
            outcome: error.details.isEmpty ? nil : "What it wrote last:\n\(error.details)"
        )
    }

    /// What the server, or libpq, says.
    init(_ error: PostgresError) {
        if error.isInterruption {
            self = .interrupted()
            return
        }
        switch error {
        case .server(let message):
            self.init(message)
        case .connection:
            self.init(
                .unavailable,
                "database",
                error.description,
                help: "see annals status, then try again"
            )
        case .outOfTime:
            self.init(
                .conflict,
                "time",
                error.description,
                help: "a lock may be held, or a standby server missing; wait longer with --wait"
            )
        case .unfit(let what, let help):
            self.init(.configuration, "database", what, help: help)
        case .decoding:
            self.init(
                .configuration,
                "schema",
                "the schema of this database is not as annals made it: \(error.description)",
                help:
                    "annals verify says what is different; if nothing is, please report it, with the command"
            )
        case .refused, .rolledBack, .interrupted:
            self.init(
                .bug,
                "database",
                error.description,
                help: "please report it, with the command that led here"
            )
        }
    }

    init(_ error: LogError) {
        switch error {
        case .conflict(let stream, let expected, let actual):
            self.init(stream, expected: expected, actual: actual, since: [])
        case .reused(let event, 1):
            self.init(
                .conflict,
                "id",
                "event \(event) is recorded already, with other content",
                help: "give the new event another id, or correct the one there: annals correct \(event)"
            )
        case .reused(let event, let revision):
            self.init(
                .conflict,
                "conflict",
                "event \(event) was corrected or retracted by somebody else meanwhile (revision \(revision))",
                help: "look at it (annals log), then try again"
            )
        case .nothingToErase(let reason):
            self.init(.conflict, "redact", reason, help: "look at it (annals log), then try again")
        case .noSchema:
            self.init(
                .unavailable,
                "database",
                "there is no annals in this database",
                help: "set it up with: annals init, and the same --db if you gave one"
            )
        case .outdated:
            self.init(
                .configuration,
                "database",
                "this database was set up by an older annals",
                help: "bring it up to date with: annals init, and the same --db if you gave one"
            )
        case .otherBuild:
            self.init(
                .configuration,
                "database",
                "this database was set up by another build of this annals",
                help: "put this program's in their place with: annals init, and the same --db if you gave one"
            )
        case .tooNew:
            self.init(
                .configuration,
                "database",
                "this database was set up by a newer annals",
                help: "use that one, or a newer one"
            )
        case .other(let migration):
            self.init(
                .configuration,
                "database",
                "this database was set up by another version of annals: its \(migration) says something else",
                help:
                    "use that one, or move: with it, annals export --format cloudevents -o FILE; with this one, annals init of a new database and annals import FILE"
            )
        case .unreadable(let event, let revision, let reason):
            self.init(
                .badData,
                "log",
                "event \(event) revision \(revision) cannot be read: \(reason)",
                help: "the log was changed from outside or is damaged: restore it from a backup"
            )
        case .unproven:
            self.init(
                .no,
                "log",
                "the leaves of the log do not give the root it claims: it was changed from outside or is damaged",
                help: "see what is wrong with: annals verify"
            )
        }
    }

    /// Entries told of those written meanwhile.
    static let mostSince = 10

    /// That somebody else wrote meanwhile, and what.
    init(_ stream: StreamID, expected: Version, actual: Version, since: [LoggedEntry]) {
        let actors = stream.actors.map(\.slug).joined(separator: " ")
        let lines = since.map { logged in
            let position = logged.position?.description ?? "accepted"
            let headline = logged.entry.content?.headline ?? "retracts \(logged.entry.event)"
            return "  \(position)  \(headline)  (\(logged.author))"
        }
        self.init(
            .conflict,
            "conflict",
            "\(stream) is at version \(actual), you expected \(expected)",
            help: "look at it (annals log \(actors)), then try again with --if-version \(actual)",
            outcome: lines.isEmpty ? nil : (["Since then:"] + lines).joined(separator: "\n")
        )
    }

    /// Why a server could not be reached, what was tried, and how long.
    init(connecting error: PostgresError, to place: Place, waited: Wait? = nil) {
        switch (error, place) {
        case (.connection, _): break
        case (.refused, .server(let source, _)):
            self.init(
                source == .option ? .usage : .configuration,
                "database",
                "\(source.rawValue): \(error.description)",
                help:
                    "write postgresql://USER@HOST:PORT/DATABASE, or host=HOST port=PORT dbname=DATABASE user=USER"
            )
            return
        default:
            self.init(error)
            return
        }
        let (tried, instead) =
            switch place {
            case .server(.option, _): ("tried --db", "leave it out for the private database")
            case .server(let source, _): ("tried \(source.rawValue)", "unset it for the private database")
            case .cluster(let cluster):
                ("tried the private cluster in \(cluster.directory)", "see server.log in it")
            }
        self.init(
            .unavailable,
            "database",
            error.description,
            help:
                "\(tried)\(waited.map { " for \($0.duration.spoken)" } ?? ""); check that the server runs, and the address, or "
                + instead
        )
    }
}

extension PostgresError {
    /// Whether the user stopped the statement, and not a time limit of the server.
    var isInterruption: Bool { self == .interrupted || isCancellation && Interrupt.isRaised }
}
