import Annals
import EventLog
import Postgres

/// What must hold of every log at every moment, asked the slow way.
extension Log {
    /// What is wrong with the log; empty when nothing is.
    func flaws() throws -> [String] {
        var flaws = try Self.rules.filter { _, violations in
            try connection.execute(Query(raw: violations)) > 0
        }
        .map(\.rule)
        let leaves = try connection.values("select leaf from annals.log order by position", as: [UInt8].self)
        if try head().root != MerkleTree.root(leaves[...]) {
            flaws.append("the head's root is the Merkle tree hash of the log's leaves")
        }
        for entry in try unfaithful() {
            flaws.append("\(entry) reads back as the bytes its digest was made of")
        }
        return flaws
    }

    /// The entries whose digest is not that of what is read back.
    private func unfaithful() throws -> [EventID] {
        let events = try connection.values("select distinct event_id from annals.entry", as: EventID.self)
        let stored = try connection.query(
            """
            select event_id, revision, appended_by, origin, salt, digest, title_hash, note_hash, reason_hash
              from annals.entry
            """
        ) { row throws(PostgresError) in
            (
                event: try row["event_id", as: EventID.self],
                revision: Int(try row["revision", as: Int32.self]),
                by: try row["appended_by", as: String.self], origin: try row["origin", as: String.self],
                salt: try row["salt", as: [UInt8].self], digest: try row["digest", as: [UInt8].self],
                erased: try ErasedHashes(row)
            )
        }
        let read = try revisions(of: events)
        return stored.filter { row in
            guard let entry = read[row.event]?.entries.first(where: { $0.revision == row.revision }) else {
                return true
            }
            let pending = PendingEntry(entry, replacing: nil, appendedBy: row.by, origin: row.origin)
            return CanonicalEntry(pending, salt: row.salt, erased: row.erased).digest != row.digest
        }.map(\.event)
    }

    /// Each rule with a query for what breaks it.
    private static let rules: [(rule: String, violations: String)] = [
        (
            "positions have no gaps, and the head is at the last",
            """
            select position from (select position, row_number() over (order by position) as n from annals.log) l
             where position <> n
            union all
            select position from annals.log_head
             where position <> (select count(*) from annals.log)
            union all
            select count(*) from annals.log_head having count(*) <> 1
            """
        ),
        (
            "every entry is either known or waiting, once",
            """
            select e.event_id from annals.entry e
              full join (select event_id, revision from annals.log union all
                         select event_id, revision from annals.outbox) o using (event_id, revision)
             where e.digest is null or o.event_id is null
            union all
            select event_id from annals.outbox o join annals.entry e using (event_id, revision)
             where (o.digest, o.accepted_at, o.appended_as) is distinct from (e.digest, e.appended_at, e.appended_as)
            union all
            select event_id from annals.log join annals.outbox using (event_id, revision)
            """
        ),
        (
            "a leaf is over what the entry says, when it was accepted and when it became known",
            """
            select position from annals.log l join annals.entry e using (event_id, revision)
             where l.leaf <> sha256('\\x00'::bytea || e.digest || int8send((extract(epoch from
                       e.appended_at - '2000-01-01 00:00:00+00'::timestamptz) * 1000000)::bigint)
                       || int8send((extract(epoch from
                       l.recorded_at - '2000-01-01 00:00:00+00'::timestamptz) * 1000000)::bigint)
                       || convert_to(e.appended_as, 'UTF8'))
            """
        ),
        (
            "versions are dense in every stream, and every stream is listed",
            """
            select stream from (
                       select stream, version, row_number() over (partition by stream order by version) as n
                         from annals.stream_entry) s
             where version <> n
            union all
            select coalesce(s.id, l.stream)
              from annals.stream s full join (select distinct stream from annals.stream_entry) l on l.stream = s.id
             where s.id is null or l.stream is null
            """
        ),
        (
            "an entry's streams and versions are its links",
            """
            (select e.event_id, e.revision, t.stream, t.version
               from annals.entry e, unnest(e.streams, e.versions) as t (stream, version)
             except all select event_id, revision, stream, version from annals.stream_entry)
            union all
            (select event_id, revision, stream, version from annals.stream_entry
             except all select e.event_id, e.revision, t.stream, t.version
               from annals.entry e, unnest(e.streams, e.versions) as t (stream, version))
            """
        ),
        (
            "accepted_at rises strictly in every stream",
            """
            select stream from (
                       select s.stream, e.appended_at,
                              lag(e.appended_at) over (partition by s.stream order by s.version) as before
                         from annals.stream_entry s join annals.entry e using (event_id, revision)) a
             where appended_at <= before
            """
        ),
        (
            "the log keeps the order of every stream, and knows none of it with a hole",
            """
            select stream from (
                       select s.stream, l.position,
                              coalesce(lag(l.position) over w, case when s.version = 1 then 0 end) as before
                         from annals.stream_entry s left join annals.log l using (event_id, revision)
                       window w as (partition by s.stream order by s.version)) o
             where position is not null and (before is null or position <= before)
            """
        ),
        (
            "the log keeps the order of every event's revisions",
            """
            select event_id from (
                       select e.event_id, e.revision, l.position,
                              coalesce(lag(l.position) over w, case when e.revision = 1 then 0 end) as before
                         from annals.entry e left join annals.log l using (event_id, revision)
                       window w as (partition by e.event_id order by e.revision)) o
             where position is not null and (before is null or position <= before)
            """
        ),
        (
            "recorded_at never goes back, and the head keeps the last",
            """
            select position from (
                       select position, recorded_at, lag(recorded_at) over (order by position) as before
                         from annals.log) r
             where recorded_at < before
            union all
            select l.position from annals.log l join annals.log_head h using (position)
             where l.recorded_at <> h.recorded_at
            """
        ),
    ]
}
