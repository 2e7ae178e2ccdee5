import Glibc
import Postgres
import Testing

@Suite struct `The environment` {
    @Test func `does not change what a value is`() async {
        await #expect(processExitsWith: .success) {
            setenv("PGDATESTYLE", "German, DMY", 1)
            setenv("PGTZ", "Asia/Kolkata", 1)
            setenv("PGCLIENTENCODING", "LATIN1", 1)
            setenv(
                "PGOPTIONS",
                "-c extra_float_digits=-15 -c bytea_output=escape -c IntervalStyle=sql_standard",
                1
            )
            let connection = try Server.connect()
            let settings = try connection.first(
                "select current_setting('datestyle'), current_setting('timezone')"
            ) {
                [try $0[0, as: String.self], try $0[1, as: String.self]]
            }
            #expect(settings == ["ISO, MDY", "UTC"])
            let moment = try #require(Timestamp("2026-11-22T23:30:00.5Z"))
            let query: Query = """
                select '2026-07-06'::date as day, '2026-11-22 23:30:00.5Z'::timestamptz as moment, \(moment) as same,
                    0.1::float8 as tenth, '\\xff00'::bytea as bytes, 'é' || \("🕊️") as text
                """
            try connection.forEach(query) { (row) throws in
                #expect(try row["day", as: PostgresDate.self] == PostgresDate(rawValue: 9683))
                #expect(try row["moment", as: Timestamp.self] == moment)
                #expect(try row["same", as: Timestamp.self] == moment)
                #expect(try row["tenth", as: Double.self] == 0.1)
                #expect(try row["bytes", as: [UInt8].self] == [0xFF, 0])
                #expect(try row["text", as: String.self] == "é🕊️")
            }
        }
    }

    @Test func `gives what the connection string leaves out`() async {
        await #expect(processExitsWith: .success) {
            setenv("PGDATABASE", "no_such_database", 1)
            setenv("PGHOST", "/nowhere", 1)
            let error = #expect(throws: PostgresError.self) {
                try Connection(ConnectionParameters(applicationName: "tests"))
            }
            #expect(error?.description.contains("/nowhere") == true)
        }
    }
}
