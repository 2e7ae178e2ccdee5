import Postgres
import Testing

@Suite struct `An error of the server` {
    @Test func `keeps what the server said`() throws {
        let connection = try Server.connect()
        try connection.run(
            script:
                "create temporary table t (id int constraint only_once primary key); insert into t values (1)"
        )
        let error = #expect(throws: PostgresError.self) {
            try connection.execute("insert into t values (\(Int32(1)))")
        }
        guard case .server(let message) = error else {
            Issue.record("not the server's: \(String(describing: error))")
            return
        }
        #expect(message.state == .uniqueViolation)
        #expect(message.severity == "ERROR")
        #expect(message.constraint == "only_once")
        #expect(message.table == "t")
        #expect(
            error?.description == """
                duplicate key value violates unique constraint "only_once" (SQLSTATE 23505); \
                detail: Key (id)=(1) already exists.
                """
        )
        #expect(try connection.execute("select 1") == 1)
    }

    @Test func `may have a code of one's own, a hint and a place`() throws {
        let connection = try Server.connect()
        let error = #expect(throws: PostgresError.self) {
            try connection.run(
                script: "do $$ begin raise exception 'no' using errcode = 'AN001', hint = 'ask again'; end $$"
            )
        }
        #expect(error?.state == "AN001")
        #expect(error?.description == "no (SQLSTATE AN001); hint: ask again")
        guard case .server(let message) = error else { return }
        #expect(message.context?.hasPrefix("PL/pgSQL function inline_code_block") == true)
    }

    @Test(arguments: [
        ("select * from nowhere", SQLState.undefinedTable), ("select nothing()", .undefinedFunction),
        ("create table nowhere.t ()", .invalidSchemaName), ("selec", .syntaxError),
        ("select 'x'::int", "22P02"),
        ("set local statement_timeout = 1; select pg_sleep(30)", .queryCanceled),
    ])
    func `is told by its code`(script: String, state: SQLState) throws {
        let error = #expect(throws: PostgresError.self) { try Server.connect().run(script: script) }
        #expect(error?.state == state)
        #expect(error?.isConnectionLost == false)
        #expect(error?.isCancellation == (state == .queryCanceled))
    }

    @Test func `points to the place in the script`() throws {
        let error = #expect(throws: PostgresError.self) {
            try Server.connect().run(script: "select 1;\nselect oops")
        }
        guard case .server(let message) = error else { return }
        #expect(message.position == 18)
    }

    @Test func `says when a privilege is missing`() throws {
        let connection = try Server.connect()
        let error = #expect(throws: PostgresError.self) {
            try connection.transaction {
                try connection.run(
                    script: "create table public.secret (); create role nosy; set local role nosy"
                )
                try connection.execute("select * from public.secret")
            }
        }
        #expect(error?.state == .insufficientPrivilege)
        #expect(error?.description == "permission denied for table secret (SQLSTATE 42501)")
    }

    @Test func `in a script undoes what came before it`() throws {
        let connection = try Server.connect()
        #expect(throws: PostgresError.self) {
            try connection.run(script: "create temporary table t (); select oops; select 1")
        }
        let error = #expect(throws: PostgresError.self) { try connection.execute("select * from t") }
        #expect(error?.state == .undefinedTable)
    }
}
