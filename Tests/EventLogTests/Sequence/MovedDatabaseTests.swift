import EventLog
import Postgres
import Support
import Testing

/// A database that came to another server without its sequences, as by logical replication.
@Suite struct `a database moved without its sequences` {
    @Test func `loses nothing that is accepted there`() throws {
        let log = try TestDatabase().openLog()
        // Turns of the outbox are about a second long.
        try log.connection.execute("update annals.log_head set turn = 40, open_turn = 41")
        let sequences: [String] = try log.connection.values(
            "select relname::text from pg_class where relkind = 'S' and relnamespace = 'annals'::regnamespace"
        )
        for name in sequences { try log.connection.execute("select setval('annals.\(raw: name)', 1, false)") }
        let accepted = try log.record(try samples(3))
        #expect(try log.positions(of: accepted).count == 3)
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }
}
