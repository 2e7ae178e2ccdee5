import Postgres
import Testing

@Suite struct `Text` {
    @Test(arguments: [
        "", "'; drop table event; --", #"a\b"c'd"#, "two\nlines\r\n", "\u{202E}right to left\u{200F}",
        "e\u{301}", "🇦🇫",
        "$1 %s \\x00", "\u{1}\u{7F}\u{FFFE}",
    ])
    func `comes back scalar for scalar`(_ text: String) throws {
        let back = try Server.connect().first("select \(text)") { row in
            try row[0, as: String.self]
        }
        #expect(back.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test func `of a million characters comes back`() throws {
        let text = String(repeating: "naïve 🕊️ ", count: 125_000)
        let back = try Server.connect().first("select \(text), length(\(text))") { row in
            (try row[0, as: String.self], try row[1, as: Int.self])
        }
        #expect(back?.0 == text)
        #expect(back?.1 == text.unicodeScalars.count)
    }

    @Test func `with NUL is refused by the server, and the connection goes on`() throws {
        let connection = try Server.connect()
        let error = #expect(throws: PostgresError.self) { try connection.execute("select \("a\0b")") }
        #expect(error?.state == .characterNotInRepertoire)
        #expect(try connection.first("select 1") { try $0[0, as: Int.self] } == 1)
    }

    @Test func `that need not be UTF-8 is of no database that annals takes`() throws {
        let connection = try Server.connect()
        try connection.execute("drop database if exists ascii_only")
        try connection.execute(
            "create database ascii_only template template0 encoding 'SQL_ASCII' locale 'C'"
        )
        let error = #expect(throws: PostgresError.self) {
            try Connection(
                ConnectionParameters(Server.connectionString + " dbname=ascii_only", applicationName: "tests")
            )
        }
        #expect(error?.description.contains("the database is in SQL_ASCII") == true)
        #expect(error?.isConnectionLost == false)
        try connection.execute("drop database ascii_only with (force)")
    }
}
