import Postgres
import Testing

@Suite struct `A row` {
    private func read<Value: PostgresValue>(_ type: Value.Type, _ column: String, _ query: Query) throws
        -> Value?
    {
        try Server.connect().first(query) { try $0[column, as: type] }
    }

    @Test func `is read by the type that is wanted`() throws {
        let read = try Server.connect().query("select 1::bigint as position, null as mode, 'x' as title") {
            row in
            let position: Int64 = try row["position"]
            let mode: String? = try row["mode"]
            let title: String? = try row["title"]
            return (position, mode, title)
        }
        #expect(read.first?.0 == 1)
        #expect(read.first?.1 == nil)
        #expect(read.first?.2 == "x")
    }

    @Test func `may be kept beyond its result`() throws {
        let rows = try Server.connect().query("select n from generate_series(1, 3) n") { $0 }
        #expect(try rows.map { try $0["n", as: Int.self] } == [1, 2, 3])
    }

    @Test func `refuses NULL where a value is wanted, and names the column`() throws {
        #expect(throws: PostgresError.decoding(column: "title", reason: "is NULL")) {
            try read(String.self, "title", "select null::text as title")
        }
        #expect(throws: PostgresError.decoding(column: "tags", reason: "has NULL among its elements")) {
            try read([String].self, "tags", "select array['a', null] as tags")
        }
    }

    @Test func `refuses a type that would lose something`() throws {
        let problem = "is numeric, which does not read as Int64: cast it in the query"
        #expect(throws: PostgresError.decoding(column: "sum", reason: problem)) {
            try read(Int64.self, "sum", "select sum(1::bigint)")
        }
        #expect(
            throws: PostgresError.decoding(
                column: "n",
                reason: "is bigint, which does not read as Int32: cast it in the query"
            )
        ) {
            try read(Int32.self, "n", "select 1::bigint as n")
        }
        #expect(
            throws: PostgresError.decoding(
                column: "n",
                reason: "is text[], which does not read as Array<Int64>: cast it in the query"
            )
        ) {
            try read([Int64].self, "n", "select '{}'::text[] as n")
        }
        #expect(
            throws: PostgresError.decoding(
                column: "n",
                reason: "is the type with OID 2206, which does not read as String: cast it in the query"
            )
        ) {
            try read(String.self, "n", "select 'int'::regtype as n")
        }
    }

    @Test func `refuses an array of several dimensions`() throws {
        #expect(throws: PostgresError.decoding(column: "n", reason: "is an array of 2 dimensions")) {
            try read([Int32].self, "n", "select array[[1], [2]] as n")
        }
    }

    @Test func `refuses a column that is not there, or there twice`() throws {
        #expect(throws: PostgresError.decoding(column: "c", reason: "is not there: the row has a, b")) {
            try read(Int.self, "c", "select 1 as a, 2 as b")
        }
        #expect(
            throws: PostgresError.decoding(
                column: "a",
                reason: "is the name of several columns: name them apart in the query"
            )
        ) {
            try read(Int.self, "a", "select 1 as a, 2 as a")
        }
        #expect(throws: PostgresError.decoding(column: "2", reason: "is not there: the row has 2 columns")) {
            try Server.connect().first("select 1, 2") { try $0[2, as: Int.self] }
        }
    }
}
