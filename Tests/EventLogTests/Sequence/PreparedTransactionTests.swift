import Annals
import Support
import Testing

@testable import EventLog
@testable import Postgres

/// On a server of its own, because the others allow no prepared transactions.
@Suite struct `a prepared transaction` {
    @Test func `comes when it commits, and its streams wait for it meanwhile`() throws {
        let settings = ServerSettings(
            values: ServerSettings.throwaway.values + [("max_prepared_transactions", "4")]
        )
        try withTemporaryCluster(settings: settings) { cluster in
            try cluster.create(logger: silent)
            try cluster.start(logger: silent)
            let server = ConnectionParameters(
                cluster.connectionString(database: "postgres"),
                applicationName: "annals/tests"
            )
            try Migrations.run(try Connection(server), logger: silent)
            let log = try Log(try Connection(server), logger: silent)
            let other = try Log(try Connection(server), logger: silent)

            try other.connection.execute("begin")
            _ = try other.append([.recording(try .sample("prepared", between: "china", "russia"))])
            try other.connection.execute("prepare transaction 'one'")
            try log.record([.recording(try .sample("meanwhile", between: "iran", "turkey"))])
            #expect(try log.titles() == ["meanwhile"])

            nonisolated(unsafe) let waiting = other
            let backend = try other.connection.backend()
            let next = Background {
                try waiting.append([.recording(try .sample("next", between: "china", "russia"))])
            }
            try log.connection.waitUntilBlocked(backend, next)
            try log.connection.execute("commit prepared 'one'")
            _ = try next.value()
            try log.sequence()
            #expect(try log.titles() == ["meanwhile", "prepared", "next"])
            #expect(try log.flaws() == [])
        }
    }
}
