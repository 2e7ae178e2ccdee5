import Glibc
import Postgres
import Testing

@Suite struct `Rows handed out as they arrive` {
    private struct Enough: Error, Equatable {}

    @Test func `are all there, in order`() throws {
        var numbers: [Int] = []
        try Server.connect().forEach("select n from generate_series(1, \(10_000)) n") { row in
            numbers.append(try row["n"])
        }
        #expect(numbers == Array(1...10_000))
    }

    @Test func `take no more memory for more rows`() async {
        await #expect(processExitsWith: .success) {
            let connection = try Server.connect()
            let query: Query = "select n::bigint, repeat('x', 500) as text from generate_series(1, 300000) n"
            try connection.forEach("select 1") { _ in }
            let before = try peakMemory()
            var (count, sum) = (0, 0)
            try connection.forEach(query) { row in
                count += 1
                sum += try row["n", as: Int.self] - (try row["text", as: String.self]).utf8.count
            }
            #expect(count == 300_000)
            #expect(sum == 300_000 * 300_001 / 2 - 300_000 * 500)
            #expect(try peakMemory() - before < 50_000, "kilobytes")
        }
    }

    @Test func `end with the error of whoever takes them, and the connection goes on`() throws {
        let connection = try Server.connect()
        var rows = 0
        #expect(throws: Enough()) {
            try connection.forEach("select n, pg_sleep(n / 1000) from generate_series(1, 1000000) n") { _ in
                rows += 1
                if rows == 3 { throw Enough() }
            }
        }
        #expect(rows == 3)
        for number in 0..<100 {
            #expect(try connection.first("select \(number)") { try $0[0, as: Int.self] } == number)
        }
    }

    @Test func `end with the error of the server, after the rows before it`() throws {
        let connection = try Server.connect()
        var rows = 0
        let error = #expect(throws: PostgresError.self) {
            try connection.forEach("select 1 / (500 - n) from generate_series(1, 1000) n") { _ in rows += 1 }
        }
        #expect(error?.state == "22012")
        #expect(rows == 499)
        #expect(try connection.execute("select 1") == 1)
    }

    @Test func `leave no room for another statement on their connection`() throws {
        let connection = try Server.connect()
        let other = try Server.connect()
        let problem = PostgresError.refused(
            "the rows of another statement are still being read on this connection"
        )
        var rows = 0
        try connection.forEach("select n from generate_series(1, 3) n") { (_) throws in
            rows += 1
            #expect(throws: problem) { try connection.execute("select 1") }
            #expect(throws: problem) { try connection.run(script: "select 1") }
            #expect(throws: problem) { try connection.forEach("select 1") { _ in } }
            #expect(throws: problem) { try connection.transaction {} }
            #expect(try other.execute("select 1") == 1)
        }
        #expect(rows == 3)
        #expect(try connection.execute("select 1") == 1)
    }

    @Test func `are none where there are none`() throws {
        let connection = try Server.connect()
        try connection.forEach("select 1 where false") { _ in Issue.record("a row") }
        try connection.forEach("create temporary table t ()") { _ in Issue.record("a row") }
    }
}

/// The most memory this process has had, in kilobytes.
private func peakMemory() throws -> Int {
    var usage = rusage()
    try #require(getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0)
    return usage.ru_maxrss
}
