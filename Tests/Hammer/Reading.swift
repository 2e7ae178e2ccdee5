import Annals
import Postgres

/// What a follower has read of the log, and what was wrong with it: a gap, an entry twice, a stream or an event
/// out of order, a time that went back.
struct Reading: Sendable {
    /// The entries, the first at #1.
    private(set) var entries: [LogKey] = []
    /// What was wrong.
    private(set) var flaws: [String] = []

    private var versions: [String: Int64] = [:]
    private var revisions: [EventID: Int32] = [:]
    private var recordedAt: Timestamp?

    /// The position it has come to.
    var position: Int64 { Int64(entries.count) }

    /// Reads a page; false when there was nothing more.
    ///
    /// Entries are looked up one by one: joined as the server likes, a page reads all there are.
    mutating func readOn(_ connection: Connection) throws -> Bool {
        let before = position
        try connection.forEach(
            """
            select l.position, l.event_id, l.revision, l.recorded_at,
                   coalesce(e.streams, '{}') as streams, coalesce(e.versions, '{}') as versions
              from (select * from annals.log where position > \(before) order by position limit 2000) as l
              left join lateral (
                       select streams, versions from annals.entry
                        where (event_id, revision) = (l.event_id, l.revision) offset 0
                   ) as e on true
             order by l.position
            """
        ) { row in
            try read(
                LogKey(event: try row[1], revision: try row[2]),
                at: try row[0],
                recordedAt: try row[3],
                streams: try row[4],
                versions: try row[5]
            )
        }
        return position > before
    }

    private mutating func read(
        _ key: LogKey,
        at position: Int64,
        recordedAt: Timestamp,
        streams: [String],
        versions: [Int64]
    ) throws {
        let expected = self.position + 1
        if position != expected { flaws.append("#\(position) came where #\(expected) was to come") }
        if let last = self.recordedAt, recordedAt < last {
            flaws.append("#\(position) was recorded before the one before it")
        }
        let revision = (revisions[key.event] ?? 0) + 1
        if key.revision != revision {
            flaws.append("#\(position) is \(key), where revision \(revision) was to come")
        }
        if streams.isEmpty { flaws.append("#\(position) touches no stream, or its entry is missing") }
        for (stream, version) in zip(streams, versions) {
            let expected = (self.versions[stream] ?? 0) + 1
            if version != expected {
                flaws.append(
                    "#\(position) is version \(version) of \(stream), where \(expected) was to come"
                )
            }
            self.versions[stream] = version
        }
        revisions[key.event] = key.revision
        self.recordedAt = recordedAt
        entries.append(key)
    }
}
