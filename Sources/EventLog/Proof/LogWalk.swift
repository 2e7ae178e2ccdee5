import Annals
import Postgres

/// What every row of the log must be, and the rows one after the other, in the order of their positions.
struct LogWalk {
    /// The last position seen.
    private(set) var last: Int64
    /// When that was recorded.
    private(set) var lastRecordedAt = Timestamp.minusInfinity
    /// The tree over the leaves that are stored; of those after a position, over the last full subtrees alone.
    private(set) var tree = Frontier()
    /// What a checkpoint says the leaves were.
    private(set) var comparison: CheckpointComparison?
    /// After which position leaves enter the tree.
    private let beginningOfTree: Int64
    private var writer = CanonicalWriter()

    /// Each row of the log after a position, with its entry, and what its streams follow from in the revision before
    /// it; for the redaction of a retracted event, in the last that said anything.
    static func query(after position: Int64) -> Query {
        """
        select l.position, l.event_id, l.leaf, l.recorded_at, p.actors, p.recipients, p.effects, p.actor,
               \(raw: EntryRow.selection(of: "e"))
          from annals.log l
          left join annals.entry e on (e.event_id, e.revision) = (l.event_id, l.revision)
          left join lateral (
                   select r.actors, r.recipients, r.effects, r.actor from annals.entry r
                    where r.event_id = l.event_id
                      and r.revision = case when e.kind = 'redacted' and num_nonnulls(e.actors, e.actor) = 0
                                            then (select max(s.revision) from annals.entry s
                                                   where s.event_id = l.event_id and s.revision < l.revision
                                                     and num_nonnulls(s.actors, s.actor) > 0)
                                            else l.revision - 1 end
                   offset 0
               ) p on true
         where l.position > \(position == 0 ? .min : position)
         order by l.position
        """
    }

    /// Begins after a position, of a log that ends at another.
    init(comparing checkpoint: Checkpoint?, after position: Int64, ofSize end: Int64) {
        comparison = checkpoint.map(CheckpointComparison.init)
        last = position
        beginningOfTree = Frontier.beginning(ofSubtreeAfter: position, inTreeOf: end)
    }

    /// Checks the next row.
    mutating func check(_ row: Row, _ found: (Finding) throws -> Void) throws {
        let number: Int64 = try row[0]
        let position = Position(rawValue: number)
        let event = try? row[1, as: EventID.self]
        func report(_ kind: Finding.Kind, _ problem: String) throws {
            try found(Finding(kind, position: position, event: event, problem: problem))
        }
        if number > last + 1 { try found(Self.gap(from: last + 1, to: number - 1)) }
        if number <= last { try report(.missing, "its position is taken twice") }
        last = number
        // What a superuser took away counts as nothing.
        let recordedAt = (try? row[3, as: Timestamp.self]) ?? .minusInfinity
        if recordedAt < lastRecordedAt { try report(.seal, "it was recorded before the entry before it") }
        lastRecordedAt = recordedAt
        let stored = (try? row[2, as: [UInt8].self]).flatMap { Hash($0) }
        if number > beginningOfTree { tree.append(stored ?? .emptyTree) }

        let entry = EntryRow(row: row, start: 8)
        guard entry.exists else {
            try report(.missing, "the entry it names is missing")
            comparison?.add(nil, at: number, recordedAt)
            return
        }
        let digest = try check(entry, report)
        func leaf(of digest: Hash) -> Hash? { entry.leaf(of: digest, recordedAt) }
        if let claimed = entry.digest, leaf(of: claimed) != stored {
            try report(.seal, "its digest, a time or its role is not what its leaf was made of")
        }
        comparison?.add(digest.flatMap(leaf), at: number, recordedAt)
        if digest != nil { try checkStreams(row, entry, report) }
    }

    /// Checks that what an entry says is what its digest was made of; gives the digest of what it says.
    mutating func check(
        _ entry: EntryRow,
        _ report: (Finding.Kind, String) throws -> Void
    ) throws -> Hash? {
        guard (try? entry.write(to: &writer)) != nil else {
            try report(.unreadable, "its content cannot be read")
            return nil
        }
        let digest = writer.digest
        if entry.digest != digest { try report(.content, "its content is not what its digest was made of") }
        if !entry.hasBoundsOfDate { try report(.bounds, "its bounds are not those of its date") }
        return digest
    }

    private func checkStreams(
        _ row: Row,
        _ entry: EntryRow,
        _ report: (Finding.Kind, String) throws -> Void
    ) throws {
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
        if entry.streams != touched.sorted {
            try report(.streams, "its streams are not those its content touches")
        }
    }

    static func gap(from first: Int64, to last: Int64) -> Finding {
        Finding(
            .missing,
            position: Position(rawValue: first),
            problem: "the log has no #\(first)" + (first == last ? "" : " to #\(last)")
        )
    }
}

extension EntryRow {
    /// What seals it, if its digest is that; nil where what it takes is missing.
    fileprivate func leaf(of digest: Hash, _ recordedAt: Timestamp) -> Hash? {
        guard let acceptedAt, let appendedAs else { return nil }
        return .leaf(digest: digest, acceptedAt: acceptedAt, recordedAt: recordedAt, appendedAs: appendedAs)
    }
}
