import Annals
import Postgres
import Support
import Testing

@testable import EventLog

/// On servers of their own: a new one has given out few transaction ids, and no sequence stands anywhere.
@Suite struct `a log restored into a younger cluster` {
    @Test func `has its positions, goes on after them, and knows what was waiting`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        // More than it takes to restore the dump, however little the server was used before.
        try log.connection.run(
            script: "do $$ begin for n in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$"
        )
        try log.record(try samples(5))
        _ = try log.append(try samples(2, between: "china", "russia"))
        let titles = try log.titles()

        try withTemporaryCluster { cluster in
            try cluster.create(logger: silent)
            try cluster.start(logger: silent)
            let place = cluster.connectionString(database: "postgres")
            let connection = try Connection(ConnectionParameters(place, applicationName: "annals/tests"))
            try connection.run(
                script: """
                    create role annals_owner; create role annals_writer; create role annals_redactor;
                    create role annals_reader
                    """
            )
            let copied = try ChildProcess.run(
                [
                    "/bin/sh", "-c", #"pg_dump --dbname="$0" | psql -X -q -v ON_ERROR_STOP=1 --dbname="$1""#,
                    database.connectionString, place,
                ],
                environment: TemporaryDirectory.processEnvironment
            )
            try #require(copied.succeeded, "\(copied.output)")

            let restored = try Log(connection, logger: silent)
            let age: Query = "select pg_current_xact_id()::text::bigint"
            #expect(
                try restored.connection.value(age, as: Int64.self) < log.connection.value(age, as: Int64.self)
            )
            #expect(try restored.titles() == titles)
            #expect(try restored.head() == log.head())
            #expect(try restored.flaws() == [])
            try restored.record([.recording(try .sample("after", between: "iran", "turkey"))])
            #expect(try restored.titles() == titles + ["event 1", "event 2", "after"])
            #expect(try restored.flaws() == [])
        }
    }
}
