import EventLog
import Postgres
import Support
import Testing

@Suite struct `the tables of the log` {
    private static let tables = ["entry", "stream_entry", "log"]
    private static let changes = [
        "update annals.%s set event_id = event_id", "update annals.%s set revision = 7 where revision = 1",
        "delete from annals.%s", "truncate annals.%s", "truncate annals.%s cascade",
    ]

    /// All is refused here, so that all tests can share it.
    private static let database = Result {
        let database = try TestDatabase()
        try database.openLog().record(try samples(2))
        return database
    }

    private func refusal(of change: String, _ table: String, by connection: Connection) throws -> SQLState? {
        let parts = change.split(separator: "%s", omittingEmptySubsequences: false)
        let statement = parts.joined(separator: table)
        return try stateOfRefusal { try connection.execute(Query(raw: statement)) }
    }

    @Test(arguments: tables) func `refuse every change, for the owner and the superuser too`(table: String)
        throws
    {
        let database = try Self.database.get()
        let connection = try database.connect()
        for role in ["none", "annals_owner"] {
            try connection.execute("set role \(raw: role)")
            for change in Self.changes {
                #expect(try refusal(of: change, table, by: connection) == "AN003", "\(role): \(change)")
            }
        }
        try connection.execute("reset role")
        #expect(try database.openLog().flaws() == [])
        #expect(try database.openLog().titles().count == 2)
    }

    @Test(arguments: tables, ["annals_writer", "annals_reader"])
    func `are not writers' and readers' to change`(table: String, role: String) throws {
        let database = try Self.database.get()
        let connection = try database.connect(asMemberOf: role)
        for change in Self.changes + ["insert into annals.%s select * from annals.%s"] {
            #expect(
                try refusal(of: change, table, by: connection) == .insufficientPrivilege,
                "\(role): \(change)"
            )
        }
    }

    @Test(arguments: [
        "stream", "outbox", "log_head", "effect", "lane", "activity", "actor", "facet", "projection",
    ])
    func `and those beside them are not writers' to touch but through the functions`(table: String) throws {
        let connection = try Self.database.get().connect(asMemberOf: "annals_writer")
        for change in ["delete from annals.%s", "insert into annals.%s select * from annals.%s"] {
            #expect(try refusal(of: change, table, by: connection) == .insufficientPrivilege)
        }
    }

    @Test func `say what to do instead`() throws {
        let connection = try Self.database.get().connect()
        let error = #expect(throws: PostgresError.self) { try connection.execute("delete from annals.entry") }
        guard case .server(let message)? = error else { return }
        #expect(message.message == "annals.entry is append-only: DELETE is refused")
        #expect(message.hint == "Correct or retract an event with a new entry.")
    }
}
