import Annals
import Postgres

/// What every row of the log must be, and the rows one after the other, in the order of their positions.
struct LogWalk {
    /// The last position seen.
    private(set) var last: Int64 = 0
    /// When that was recorded.
    private(set) var lastRecordedAt = Timestamp.minusInfinity
    /// The tree over the leaves that are stored.
    private(set) var tree = Frontier()
    /// What a checkpoint says the leaves were.
    private(set) var comparison: CheckpointComparison?
    private var writer = CanonicalWriter()

    /// Each row of the log, with its entry, and what its streams follow from in the revision before it.
    static let query: Query = """
        select l.position, l.event_id, l.leaf, l.recorded_at, p.actors, p.recipients, p.effects, p.actor,
               \(raw: EntryRow.selection(of: "e"))
          from annals.log l
          left join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
          left join lateral (
                   select r.actors, r.recipients, r.effects, r.actor from annals.entry r
                    where l.revision > 1 and (r.event_id, r.revision) = (l.event_id, l.revision - 1) offset 0
               ) p on true
         order by l.position
        """

    init(comparing checkpoint: Checkpoint?) {
        comparison = checkpoint.map(CheckpointComparison.init)
    }

    /// Checks the next row.
    mutating func check(_ row: Row, _ found: (Finding) throws -> Void) throws {
        let number: Int64 = try row[0]
        let position = Position(rawValue: number)
        let event: EventID = try row[1]
        func report(_ problem: String) throws {
            try found(Finding(position: position, event: event, problem: problem))
        }
        if number > last + 1 { try found(Self.gap(from: last + 1, to: number - 1)) }
        if number <= last { try report("its position is taken twice") }
        last = number
        let recordedAt: Timestamp = try row[3]
        if recordedAt < lastRecordedAt { try report("it was recorded before the entry before it") }
        lastRecordedAt = recordedAt
        let stored = Hash(try row[2, as: [UInt8].self])
        tree.append(stored ?? .emptyTree)

        let entry = EntryRow(row: row, start: 8)
        guard try entry.exists else {
            try report("the entry it names is missing")
            comparison?.add(nil, at: number)
            return
        }
        let digest = try check(entry, report)
        if let claimed = try entry.digest {
            let leaf = try entry.leaf(of: claimed, recordedAt)
            if leaf != stored {
                try report("its digest, a time or its role is not what its leaf was made of")
            }
        }
        comparison?.add(try digest.map { try entry.leaf(of: $0, recordedAt) }, at: number)
        if digest != nil { try checkStreams(row, entry, report) }
    }

    /// Checks that what an entry says is what its digest was made of; gives the digest of what it says.
    mutating func check(_ entry: EntryRow, _ report: (String) throws -> Void) throws -> Hash? {
        do {
            try entry.write(to: &writer)
        } catch is StoredJSON.Unreadable {
            try report(Verification.unreadable)
            return nil
        }
        let digest = writer.digest
        if try entry.digest != digest { try report("its content is not what its digest was made of") }
        if try !entry.hasBoundsOfDate { try report("its bounds are not those of its date") }
        return digest
    }

    private func checkStreams(_ row: Row, _ entry: EntryRow, _ report: (String) throws -> Void) throws {
        var touched = TouchedStreams()
        do {
            try touched.add(
                row,
                actors: entry.place(of: .actors),
                recipients: entry.place(of: .recipients),
                effects: entry.place(of: .effects),
                actor: entry.place(of: .actor)
            )
            try touched.add(row, actors: 4, recipients: 5, effects: 6, actor: 7)
        } catch is StoredJSON.Unreadable {
            // Of the revision before: reported where that was read.
            return
        } catch PostgresError.decoding {
            return
        }
        if try entry.streams != touched.sorted {
            try report("its streams are not those its content touches")
        }
    }

    static func gap(from first: Int64, to last: Int64) -> Finding {
        Finding(
            position: Position(rawValue: first),
            problem: "the log has no #\(first)" + (first == last ? "" : " to #\(last)")
        )
    }
}

extension EntryRow {
    /// What seals it, if its digest is that.
    fileprivate func leaf(of digest: Hash, _ recordedAt: Timestamp) throws -> Hash {
        .leaf(digest: digest, acceptedAt: try acceptedAt, recordedAt: recordedAt, appendedAs: try appendedAs)
    }
}
