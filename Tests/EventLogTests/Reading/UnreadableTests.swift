import Annals
import EventLog
import Postgres
import Support
import Testing

/// The log was changed by somebody with the rights of a superuser, behind the triggers.
@Suite struct `an entry changed from outside` {
    /// A column and what is put there.
    private static let changes = [
        ("effects", #"'[{"facet": "weather", "from": "taliban", "to": "qatar", "value": "fair"}]'"#),
        ("effects", #"'[{"facet": "orientation", "from": "taliban", "to": "qatar", "value": "fair"}]'"#),
        ("effects", #"'[{"facet": "orientation"}]'"#), ("effects", #"'{"facet": "orientation"}'"#),
        ("effects", "'7'"), ("effects", "'null'"),
        ("sources", #"'[{"title": null}]'"#), ("sources", #"'"a book"'"#),
        ("actor", #"'{"actor": "taliban"}', title = null"#), ("actor", "'[]', title = null"),
        ("actor", #"'{"actor": "The Taliban", "aliases": [], "codes": []}', title = null"#),
        ("occurred", "'2021-02-29'"), ("occurred", "null"), ("title", "' '"), ("actors", "'{}'"),
        ("actors", "'{Taliban}'"), ("actors", "'{taliban,null}'"), ("recipients", "'{taliban}'"),
        ("type", "'TALK'"), ("mode", "'loudly'"), ("contexts", "'{weather}'"), ("modality", "'sung'"),
        ("grade", "'G9'"), ("reported", "'soon'"),
        ("streams", "'{Taliban}'"), ("streams", "'{united-states/taliban}'"),
    ]

    @Test func `is said to be unreadable, and stops nobody who reads it with others`() throws {
        let log = try TestDatabase().openLog()
        let entry = try PendingEntry.recording(.sample())
        try log.record(try samples(2) + [entry] + samples(2))
        try log.connection.run(
            script: """
                set session_replication_role = replica;
                create table public.original as
                    select e.* from annals.entry e join annals.log using (event_id, revision) where position = 3;
                """
        )
        for (column, value) in Self.changes {
            try log.connection.run(
                script: """
                    delete from annals.entry e using public.original o where e.event_id = o.event_id;
                    insert into annals.entry select * from public.original;
                    update annals.entry e set \(column) = \(value) from public.original o where e.event_id = o.event_id;
                    """
            )
            try expectUnreadable(entry.entry.event, in: log, "\(column) = \(value)")
        }
    }

    private func expectUnreadable(_ event: EventID, in log: Log, _ change: Comment) throws {
        let all = try log.entries(after: Position(rawValue: 0), upTo: Position(rawValue: 9), limit: 10)
        #expect(all.map { $0.flaw == nil } == [true, true, false, true, true], change)
        #expect(all.map { $0.entry.content == nil } == [false, false, true, false, false], change)
        #expect(all[2].entry.event == event, change)
        #expect(all[2].flaw?.isEmpty == false, change)
        #expect(try log.revisions(of: event)?.latest.content == nil, change)
        #expect(try log.entries(at: [Position(rawValue: 3)])[Position(rawValue: 3)]?.flaw != nil, change)
        let stream = try StreamID.named("taliban/united-states")
        #expect(try log.entries(of: stream, after: Version(rawValue: 0)).contains { $0.flaw != nil }, change)
    }
}
