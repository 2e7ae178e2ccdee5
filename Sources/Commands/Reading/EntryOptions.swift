public import Annals
public import ArgumentParser
import EventLog
import Postgres

/// Which entries of the log, on every command that gives entries.
struct EntryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only entries after this position (#57), or from the first recorded on or after a date or time on.",
            valueName: "#position|date|time"
        )
    )
    var since: String?

    @Option(help: ArgumentHelp("Only entries appended by somebody, as the log names them.", valueName: "who"))
    var by: String?

    @Option(help: "Only entries of this kind; may be repeated.")
    var kind: [Entry.Kind] = []

    /// Which entries of those after the position, about everything that one actor is in or touching a relationship.
    func filter(_ actors: [AskedActor]) throws(Failure) -> EntryFilter {
        try EntryFilter(about: actors, by: by, kinds: kind)
    }

    /// The position after which entries are asked for, in a log that ended there; nil for from the first on.
    func start(in log: Log, upTo head: LogHead) throws -> Position? {
        try since.map { try Self.position(since: $0, in: log, upTo: head) }
    }

    /// The position that what is given as `--since` means, in a log that ended there.
    static func position(since written: String, in log: Log, upTo head: LogHead) throws -> Position {
        if written.hasPrefix("#") {
            let position = try Position(written, from: "--since")
            // A replica gets there.
            if !head.isReplica { try KnownClock.check(position, isUpTo: head, from: "--since") }
            return position
        }
        let first = try Timestamp.first(of: written, from: "--since")
        // Entries that came meanwhile are no part of the answer, whenever they say they were recorded.
        return min(head.position, try log.position(at: Timestamp(rawValue: first.rawValue - 1)))
    }
}

extension EntryFilter {
    /// Entries about anything, about all one actor is in, or touching the relationship of two.
    init(about actors: [AskedActor], by author: String?, kinds: [Entry.Kind]) throws(Failure) {
        let subject: Subject =
            switch actors.count {
            case 0: .anything
            case 1: .everything(of: actors[0].actor)
            default: .stream(try actors.stream())
            }
        self.init(subject, by: author, kinds: Set(kinds))
    }
}

extension Entry.Kind: ExpressibleByArgument {}
