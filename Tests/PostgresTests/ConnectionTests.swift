import Postgres
import Testing

@Suite struct `A connection` {
    private func connect(_ connectionString: String) throws(PostgresError) -> Connection {
        try Connection(ConnectionParameters(connectionString, applicationName: "tests"))
    }

    @Test func `is by URI or keywords or the name of a database`() throws {
        let connection = try Server.connect()
        let facts = try #require(
            try connection.first(
                """
                select current_setting('unix_socket_directories'), current_setting('port'), current_user,
                    current_database()
                """
            ) { row in try (0..<4).map { try row[$0, as: String.self] } }
        )
        let directory = facts[0].split(separator: "/").joined(separator: "%2F")
        let uri = "postgresql://\(facts[2])@%2F\(directory):\(facts[1])/template1?application_name=mine"
        let names = try connect(uri).first("select current_database(), current_setting('application_name')") {
            [try $0[0, as: String.self], try $0[1, as: String.self]]
        }
        #expect(names == ["template1", "mine"])
    }

    @Test func `shows the name of the application`() throws {
        let name = try Server.connect().first("select current_setting('application_name')") {
            try $0[0, as: String.self]
        }
        #expect(name == "tests")
    }

    @Test func `says why it could not be made`() {
        let error = #expect(throws: PostgresError.self) {
            try connect(Server.connectionString + " dbname=no_such_database")
        }
        #expect(error?.isConnectionLost == true)
        #expect(error?.description.contains(#"database "no_such_database" does not exist"#) == true)
        #expect(error?.description.contains("\n") == false)
        let unreachable = #expect(throws: PostgresError.self) { try connect("host=/nowhere port=1") }
        #expect(unreachable?.isConnectionLost == true)
        #expect(unreachable?.description.contains("/nowhere/.s.PGSQL.1") == true)
    }

    @Test(arguments: ["host=x\0 port=1", "\0", "postgresql://host/\0"])
    func `is refused where NUL would cut the connection string short`(_ connectionString: String) {
        #expect(throws: PostgresError.refused("the connection string contains a NUL character")) {
            try connect(connectionString)
        }
    }

    @Test func `is refused for an option that does not exist`() {
        let problem = #"the connection string cannot be read: invalid connection option "hots""#
        #expect(throws: PostgresError.refused(problem)) { try connect("hots=localhost") }
    }

    @Test(arguments: [
        "host=/nowhere password=open sesame", "host=/nowhere password='sesame",
        "password=a sesame=b host=/nowhere",
        "host=/nowhere port=1 password=sesame", "postgresql://ali:sesame@/nowhere?host=/nowhere&port=1",
        "postgresql://ali:open%zzsesame@host/db", "postgresql://ali:open@sesame@host/db",
        "postgresql://ali:sesame/open@host/db", "postgresql://ali:open/sesame@host/db",
        "postgresql://ali:open?sesame=1@host/db", "postgresql://ali:open#sesame@host:x/db",
        "postgresql://ali:sesame:open@host:port/db", "postgresql://host/db?password=sesame&pass=sesame",
        "postgresql://host/db?password=%zzsesame",
    ])
    func `never shows a password in its errors`(_ connectionString: String) {
        let error = #expect(throws: PostgresError.self) { try connect(connectionString) }
        #expect(error?.description.contains("sesame") == false)
        #expect(error.map { "\($0)" != "" } == true)
    }

    @Test func `hands notices to whoever wants them`() throws {
        nonisolated(unsafe) var notices: [ServerMessage] = []
        let connection = try Connection(
            ConnectionParameters(Server.connectionString, applicationName: "tests"),
            onNotice: { unsafe notices.append($0) }
        )
        try connection.run(
            script: "do $$ begin raise warning 'mind the gap' using hint = 'step wide'; end $$"
        )
        let notice = try #require(unsafe notices.first)
        #expect(unsafe notices.count == 1)
        #expect(notice.severity == "WARNING")
        #expect(notice.message == "mind the gap")
        #expect(notice.hint == "step wide")
    }

    @Test func `closed by the server is known to be lost`() throws {
        let connection = try Server.connect()
        let process = try #require(
            try connection.first("select pg_backend_pid()") { try $0[0, as: Int32.self] }
        )
        try Server.connect().execute("select pg_terminate_backend(\(process), 10000)")
        let error = #expect(throws: PostgresError.self) { try connection.execute("select 1") }
        #expect(error?.isConnectionLost == true)
        let next = #expect(throws: PostgresError.self) { try connection.execute("select 1") }
        #expect(next?.isConnectionLost == true)
    }

    @Test func `closed in the middle of a statement is known to be lost`() throws {
        let connection = try Server.connect()
        let process = try #require(
            try connection.first("select pg_backend_pid()") { try $0[0, as: Int32.self] }
        )
        let error = #expect(throws: PostgresError.self) {
            try connection.execute("select pg_terminate_backend(\(process)), pg_sleep(30)")
        }
        #expect(error?.state == .adminShutdown)
        #expect(error?.isConnectionLost == true)
    }

    @Test func `closed between two rows is known to be lost`() throws {
        let connection = try Server.connect()
        let process = try #require(
            try connection.first("select pg_backend_pid()") { try $0[0, as: Int32.self] }
        )
        var rows = 0
        let error = #expect(throws: PostgresError.self) {
            try connection.forEach("select n, repeat('x', 1000) from generate_series(1, 1000000) n") { _ in
                rows += 1
                if rows == 10 {
                    try Server.connect().execute("select pg_terminate_backend(\(process), 10000)")
                }
            }
        }
        #expect(error?.isConnectionLost == true)
        #expect(rows >= 10)
    }

    @Test func `closed in a transaction is lost with the transaction`() throws {
        let connection = try Server.connect()
        let process = try #require(
            try connection.first("select pg_backend_pid()") { try $0[0, as: Int32.self] }
        )
        let error = #expect(throws: PostgresError.self) {
            try connection.transaction {
                try Server.connect().execute("select pg_terminate_backend(\(process), 10000)")
            }
        }
        #expect(error?.isConnectionLost == true)
    }
}
