import Postgres
import Testing

@Suite struct `A query` {
    @Test func `binds what is interpolated`() throws {
        let name = "'; drop table event; --"
        let query: Query = "select * from \(raw: "\"event\"") where name = \(name) and id = any(\([1, 2]))"
        #expect(query.sql == "select * from \"event\" where name = $1 and id = any($2)")
    }

    @Test func `needs no parameters`() throws {
        #expect(Query(raw: "select 1").sql == "select 1")
        #expect(("select 1" as Query) == Query(raw: "select 1"))
    }

    @Test func `may bind an empty value and nothing else`() throws {
        let query: Query = "select \("") = '' and \([] as [UInt8]) = ''"
        #expect(try Server.connect().first(query) { try $0[0, as: Bool.self] } == true)
    }

    @Test func `with NUL in its text is refused and not cut short`() throws {
        let connection = try Server.connect()
        let problem = PostgresError.refused("the text of the statement contains a NUL character")
        #expect(throws: problem) { try connection.execute("select 1\0 nonsense") }
        #expect(throws: problem) { try connection.forEach("select 1\0 nonsense") { _ in } }
        #expect(throws: problem) { try connection.run(script: "select 1\0 nonsense") }
        #expect(try connection.execute("select 1") == 1)
    }

    @Test func `with more parameters than the protocol counts is refused`() throws {
        let connection = try Server.connect()
        var stringInterpolation = Query.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        stringInterpolation.appendLiteral("select 0")
        for number in 0..<65_536 {
            stringInterpolation.appendLiteral("+")
            stringInterpolation.appendInterpolation(number)
        }
        let query = Query(stringInterpolation: stringInterpolation)
        #expect(
            throws: PostgresError.refused(
                "the statement has 65536 parameters; 65535 is the most it may have"
            )
        ) {
            try connection.execute(query)
        }
        #expect(try connection.execute("select 1") == 1)
    }

    @Test func `answers how many rows it touched`() throws {
        let connection = try Server.connect()
        #expect(try connection.execute("create temporary table t (n int)") == 0)
        #expect(try connection.execute("insert into t select generate_series(1, 5)") == 5)
        #expect(try connection.execute("update t set n = 0 where n > \(Int32(3))") == 2)
        #expect(try connection.execute("") == 0)
        #expect(try connection.first("select n from t where n = 9") { try $0[0, as: Int.self] } == nil)
    }

    @Test(arguments: ["copy (select 1) to stdout", "copy t from stdin"])
    func `that copies is refused, and the connection goes on`(_ sql: String) throws {
        let connection = try Server.connect()
        try connection.execute("create temporary table t (n int)")
        #expect(throws: PostgresError.refused("COPY to or from the client is not spoken here")) {
            try connection.execute(Query(raw: sql))
        }
        #expect(throws: PostgresError.refused("COPY to or from the client is not spoken here")) {
            try connection.run(script: "select 1; \(sql); select 2")
        }
        #expect(throws: PostgresError.refused("COPY to or from the client is not spoken here")) {
            try connection.forEach(Query(raw: sql)) { _ in }
        }
        #expect(try connection.execute("select 1") == 1)
    }
}
