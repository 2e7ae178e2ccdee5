import Postgres
import Support
import Testing

@Suite struct `Values on the wire` {
    @Test(arguments: 0..<4 as Range<UInt64>)
    func `come back as they were sent, alone, absent and in arrays`(seed: UInt64) throws {
        let connection = try Server.connect()
        var generator = SplitMix64(seed: seed)
        try roundTrip(Int16.self, on: connection, &generator)
        try roundTrip(Int32.self, on: connection, &generator)
        try roundTrip(Int64.self, on: connection, &generator)
        try roundTrip(Int.self, on: connection, &generator)
        try roundTrip(Bool.self, on: connection, &generator)
        try roundTrip(Double.self, on: connection, &generator)
        try roundTrip(String.self, on: connection, &generator)
        try roundTrip([UInt8].self, on: connection, &generator)
        try roundTrip(UUIDBytes.self, on: connection, &generator)
        try roundTrip(PostgresDate.self, on: connection, &generator)
        try roundTrip(Timestamp.self, on: connection, &generator)
    }

    private func roundTrip<Value: RandomValue>(
        _ type: Value.Type,
        on connection: Connection,
        _ generator: inout SplitMix64
    ) throws {
        for _ in 0..<25 {
            let value = Value.random(&generator)
            let array = (0..<Int.random(in: 0...5, using: &generator)).map { _ in Value.random(&generator) }
            let sparse = array.map { Bool.random(using: &generator) ? $0 : nil }
            let absent: Value? = .none
            let query: Query = "select \(value), \(array), \(sparse), \(absent)"
            let back = try #require(
                try connection.first(query) { row in
                    (
                        try row[0, as: Value.self], try row[1, as: [Value].self],
                        try row[2, as: [Value?].self],
                        try row[3, as: Value?.self]
                    )
                }
            )
            #expect(back.0 == value)
            #expect(back.1 == array)
            #expect(back.2 == sparse)
            #expect(back.3 == nil)
        }
    }

    @Test func `mean to the server what they mean here`() throws {
        let connection = try Server.connect()
        let query: Query = """
            select \(Int16(-2)) = -2, \(Int32(-70_000)) = -70000, \(Int64(-5_000_000_000)) = -5000000000, \(true) = true,
                \(-1.5) = -1.5::float8, \("it's") = 'it''s', \([0x00, 0xFF] as [UInt8]) = '\\x00ff',
                \(UUIDBytes(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210))
                    = '01234567-89ab-cdef-fedc-ba9876543210',
                \(PostgresDate(rawValue: 8)) = '2000-01-09', \(PostgresDate.minusInfinity) = '-infinity',
                \(Timestamp(rawValue: 1)) = '2000-01-01 00:00:00.000001Z', \(Timestamp.infinity) = 'infinity',
                \(["a", nil, "NULL"]) = array['a', null, 'NULL'], \([] as [Int64]) = '{}',
                \([[1], []] as [[UInt8]]) = array['\\x01', '\\x']::bytea[]
            """
        let answers = try connection.first(query) { row in
            var answers: [Bool] = []
            for column in 0..<15 { answers.append(try row[column]) }
            return answers
        }
        #expect(answers == Array(repeating: true, count: 15))
    }

    @Test func `are read from narrower types of the same kind`() throws {
        let connection = try Server.connect()
        let query: Query =
            "select 7::smallint, 8::integer, 0.5::real, 'a'::name, 'b'::varchar, array[1, 2]::smallint[]"
        try connection.forEach(query) { (row) throws in
            #expect(try row[0, as: Int.self] == 7)
            #expect(try row[1, as: Int64.self] == 8)
            #expect(try row[2, as: Double.self] == 0.5)
            #expect(try row[3, as: String.self] == "a")
            #expect(try row[4, as: String.self] == "b")
            #expect(try row[5, as: [Int].self] == [1, 2])
        }
    }

    @Test func `are JSON as text, whichever of the two types holds it`() throws {
        let connection = try Server.connect()
        let json = #"{"a": [1, "é"]}"#
        let read = try connection.first("select \(json)::json, \(json)::jsonb, array[\(json)::jsonb]") {
            row in
            [try row[0, as: String.self], try row[1, as: String.self], try row[2, as: [String].self][0]]
        }
        #expect(read == [json, json, json])
    }

    @Test func `of a type with a raw value need no code of their own`() throws {
        let connection = try Server.connect()
        let read = try connection.first("select \(Mood.glad) || 'der', \(Mood.glad)") { row in
            (try row[0, as: String.self], try row[1, as: Mood.self])
        }
        #expect(read?.0 == "gladder")
        #expect(read?.1 == .glad)
        #expect(throws: PostgresError.decoding(column: "mood", reason: "is merry, which is not a Mood")) {
            try connection.first("select 'merry'::text as mood") { row in
                try row["mood", as: Mood.self]
            }
        }
    }

    private enum Mood: String, PostgresValue { case glad, sad }
}
