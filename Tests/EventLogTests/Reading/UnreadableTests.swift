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

    @Test func `is named and said to be unreadable`() throws {
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
            try expectUnreadable(entry.entry, in: log, "\(column) = \(value)")
        }
    }

    private func expectUnreadable(_ entry: Entry, in log: Log, _ change: Comment) throws {
        let reads: [() throws -> Void] = [
            { _ = try log.titles() },
            { _ = try log.revisions(of: entry.event) },
            { _ = try log.entries(of: .named("taliban/united-states"), after: Version(rawValue: 0)) },
            { _ = try log.entries(at: [Position(rawValue: 3)]) },
        ]
        for read in reads {
            let error = #expect(throws: LogError.self, change, performing: read)
            guard case .unreadable(let event, let revision, let reason)? = error else {
                Issue.record("\(change): \(String(describing: error))")
                continue
            }
            #expect(event == entry.event)
            #expect(revision == 1)
            #expect(!reason.isEmpty)
        }
        let before = try log.entries(after: Position(rawValue: 0), upTo: Position(rawValue: 2), limit: 10)
        #expect(before.count == 2)
    }
}
