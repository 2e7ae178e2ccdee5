import Annals
import EventLog
import Formats

/// Rows of a file, as they go into the log together.
struct ImportChunk {
    /// A row of a source that has versions of it.
    struct Versioned {
        let line: Int
        let event: EventID
        let version: UInt64
        /// What the row says; nil where it withdraws the event.
        let content: Event?
        let reason: String
    }

    /// The actors it makes, and codes it gives to others.
    var registrations: [PendingEntry] = []
    /// Those of them that nobody knew.
    var newActors: [ActorID] = []
    /// What is recorded, once each, and what it is made of: the event, and the line it comes from.
    var entries: [ReadyEntry] = []
    var recorded: [EventID: (event: Event, line: Int)] = [:]
    /// How many rows say the same again.
    var repeated = 0
    /// What may correct or withdraw something that is there.
    var versioned: [Versioned] = []
    var problems: [Failure.Item] = []
    /// How many rows were read for it.
    var rows = 0
    /// How many of them are no events.
    var empty = 0
    /// How far in the file it reaches.
    var bytesRead = 0
}

/// Turns rows into what goes into the log.
struct ImportReading {
    private var reader: any RowReader
    private(set) var finder: ActorFinder
    let author: String
    let origin: String
    let rulebook: Rulebook
    /// Whether to make entries ready to be sent; not for looking alone.
    let isWriting: Bool
    private(set) var traps = TrapCount()

    init(
        _ reader: any RowReader,
        _ finder: ActorFinder,
        author: String,
        origin: String,
        rulebook: Rulebook,
        isWriting: Bool
    ) {
        self.reader = reader
        self.finder = finder
        self.author = author
        self.origin = origin
        self.rulebook = rulebook
        self.isWriting = isWriting
    }

    mutating func chunk(of records: [TableRows.Record], bytesRead: Int) throws -> ImportChunk {
        var chunk = ImportChunk()
        chunk.rows = records.count
        chunk.bytesRead = bytesRead
        let rows = records.map { $0.flatMap { reader.read($0) } }
        try finder.look(for: rows.compactMap { try? $0.get() })
        for row in rows {
            switch row {
            case .failure(let problem): chunk.report(problem.problems, problem.line)
            case .success(let row):
                traps.add(row)
                try add(row, to: &chunk)
            }
        }
        for registration in finder.takeFresh() {
            let actor = registration.entry
            let entry = Entry(
                event: EventID(
                    naming: "actor:\(actor.actor):\(actor.name ?? actor.codes.joined(separator: ","))"
                ),
                revision: 1,
                kind: .recorded,
                reason: nil,
                content: .actor(actor)
            )
            chunk.registrations.append(
                PendingEntry(entry, replacing: nil, appendedBy: author, origin: origin)
            )
            if registration.isNew { chunk.newActors.append(actor.actor) }
        }
        return chunk
    }

    /// Looks everybody up again, for when somebody else made the same actor at the same moment.
    mutating func forgetActors() { finder.forget() }

    private mutating func add(_ row: ImportedRow, to chunk: inout ImportChunk) throws {
        let id = EventID(row.key) ?? EventID(naming: row.key)
        switch row.content {
        case .nothing: chunk.empty += 1
        case .retraction(let reason):
            chunk.versioned.append(
                .init(line: row.line, event: id, version: row.version ?? .max, content: nil, reason: reason)
            )
        case .event(var draft):
            if let version = row.version { draft.tags.append(ImportVersion.tag(version)) }
            finder.count(row)
            switch draft.checked(rulebook: rulebook, resolve: finder.resolve(row)) {
            case .failure(let problems): chunk.report(problems.list, row.line)
            case .success(let event):
                if let version = row.version {
                    let reason = "its source gave a newer version of it"
                    chunk.versioned.append(
                        .init(line: row.line, event: id, version: version, content: event, reason: reason)
                    )
                } else {
                    if let before = chunk.recorded[id] {
                        guard before.event != event else {
                            chunk.repeated += 1
                            return
                        }
                        return chunk.report([.sameID(as: before.line)], row.line)
                    }
                    chunk.recorded[id] = (event, row.line)
                    guard isWriting else { return }
                    let new = PendingEntry(recording: event, as: id, by: author, origin: origin)
                    chunk.entries.append(try ReadyEntry(new, rulebook: rulebook))
                }
            }
        }
    }
}

extension ImportChunk {
    fileprivate mutating func report(_ found: [Problem], _ line: Int) {
        problems += found.map { Failure.Item(line: line, problem: $0) }
    }
}

extension Problem {
    fileprivate static func sameID(as line: Int) -> Problem {
        Problem(
            "event",
            "line \(line) has the same id, and other content",
            help: "give one of them another id, or leave it out"
        )
    }
}

/// Which version of a row an event was recorded from: a tag of the event, so that the log itself knows.
enum ImportVersion {
    private static let prefix = "version:"

    static func tag(_ version: UInt64) -> String { prefix + String(version) }

    /// Of an event; nil where it has none.
    static func of(_ event: Event) -> UInt64? {
        event.tags.lazy.compactMap { $0.hasPrefix(prefix) ? UInt64($0.dropFirst(prefix.count)) : nil }.first
    }

    /// Whether two events say the same, whichever version they come from and whenever that was given out.
    static func sayTheSame(_ one: Event, _ other: Event) -> Bool {
        func said(_ event: Event) -> EventDraft {
            var draft = EventDraft(event)
            draft.tags.removeAll { $0.hasPrefix(prefix) }
            draft.reported = nil
            draft.sources = draft.sources.map {
                Source(
                    title: $0.title,
                    publisher: $0.publisher,
                    url: $0.url,
                    published: nil,
                    locator: $0.locator
                )
            }
            return draft
        }
        return said(one) == said(other)
    }
}

/// How many rows have what misleads, and the first of each.
struct TrapCount {
    private(set) var found: [ImportTrap: (rows: Int, first: Int)] = [:]

    mutating func add(_ row: ImportedRow) {
        for trap in row.traps {
            found[trap] = found[trap].map { ($0.rows + 1, $0.first) } ?? (1, row.line)
        }
    }
}
