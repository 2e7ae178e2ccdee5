import Postgres
import Support
import Testing

/// The log written as CloudEvents, and a log made of them again.
@Suite struct `the log as CloudEvents` {
    private static let tables = [
        "entry", "stream", "stream_entry", "log", "log_head", "effect", "lane", "activity", "occurrence",
        "known_month", "actor", "actor_name",
    ]

    /// A record with everything an entry can be.
    private func record() throws -> (user: User, database: TestDatabase) {
        let database = try TestDatabase()
        let user = User(of: database)
        for arguments in [
            ["init", "--example", "afghanistan"],
            ["retract", "#65", "--because", "it is not \"sure\" – at all"],
            ["redact", "#61", "--field", "title", "--because", "a court ordered it"],
            ["correct", "#70", "--because", "better known", "--on", "2021-09"],
            [
                "append", "taliban", "us", "--on", "2022?", "--title", "Tab\tand “quotes” \\ & <b>", "--note",
                "line\nbreak",
            ],
        ] {
            let outcome = try user.annals(arguments)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        return (user, database)
    }

    private func everything(in database: TestDatabase) throws -> [String: [String]] {
        let connection = try database.connect()
        return try Dictionary(
            uniqueKeysWithValues: Self.tables.map { table in
                // Turns say how often was sequenced, which no answer and no proof rests on.
                let rows = try connection.query(
                    "select (to_jsonb(t) - 'turn' - 'open_turn')::text as row from annals.\(raw: table) t order by 1"
                ) { row throws(PostgresError) in try row["row", as: String.self] }
                return (table, rows)
            }
        )
    }

    @Test
    func `gives the same log in an empty database: every row, every answer, every proof`() throws {
        let (user, database) = try record()
        let log = try user.annals("export", "--format", "cloudevents").output
        let other = try TestDatabase()
        let restorer = User(of: other)
        let rehearsal = try restorer.annals("import", "-", "--dry-run", input: log)
        #expect(rehearsal.status == 0, "\(rehearsal.errors)")
        #expect(try everything(in: other)["entry"] == [])
        let outcome = try restorer.annals("import", "-", input: log)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let (before, after) = (try everything(in: database), try everything(in: other))
        for table in Self.tables { #expect(after[table] == before[table], "annals.\(table)") }
        #expect(
            outcome.lines.first
                == "standard input: the log of annals up to #\(log.split(separator: "\n").count - 1)"
        )
        #expect(outcome.lines.last?.hasPrefix("By the checkpoint in its last line none is missing") == true)
        #expect(try restorer.annals("verify").status == 0)
        #expect(try restorer.annals("export", "--format", "cloudevents").output == log)
        for question in [["show", "taliban", "us"], ["why", "taliban", "us"], ["log"], ["network"]] {
            let arguments = question + ["--json"]
            #expect(try restorer.annals(arguments).output == user.annals(arguments).output)
        }
        // Again, it is there; and what was written since is no part of it.
        #expect(try restorer.annals("import", "-", input: log).lines.first?.contains("there already") == true)
        _ = try restorer.annals("append", "taliban", "us", "--on", "2023", "--title", "News")
        #expect(try restorer.annals("import", "-", input: log).status == 73)
    }

    @Test(arguments: [
        #"s/Doha agreement/Doha Agreement/"#, #"s/"appended_by":"ada"/"appended_by":"eve"/"#, "5d",
        "$!N;s/\\(.*\\)\\n\\(.*\\)/\\2\\n\\1/",
        #"s/"recordedtime":"20/"recordedtime":"19/"#,
        #"s/"begin_earliest":"2020-01-01"/"begin_earliest":"2019-01-01"/"#,
        #"s/"versions":\[2\]/"versions":[3]/"#, "1d", "$d;s/x/x/;3s/}$//",
        // What stands around the data of a line.
        #"7s/"specversion":"1.0"/"specversion":"0.3"/"#, #"7s/org.annals.recorded/org.annals.corrected/"#,
        #"7s/"id":"/"id":"0/"#, #"7s/"source":"urn:uuid:.\{8\}/"source":"urn:uuid:00000000/"#,
        #"7s/"subject":"/"subject":"x/"#, #"60s/"time":"20/"time":"19/"#, #"7s/"sequence":"0/"sequence":"9/"#,
        #"7s/application.json/text\/plain/"#, #"7s/"datacontenttype":"application.json",//"#,
        #"s/"source":"urn:uuid:.\{8\}/"source":"urn:uuid:00000000/"#, #"7s/"data":{/"data":{"later":1,/"#,
    ])
    func `refuses a log that was changed, and then writes nothing`(change: String) throws {
        let (user, _) = try record()
        let changed = try user.shell("annals export --format cloudevents | sed '\(change)'").output
        let other = try TestDatabase()
        let outcome = try User(of: other).annals("import", "-", input: changed)
        #expect(outcome.status == 65, "\(outcome.output)")
        #expect(outcome.errors.contains("error["))
        #expect(try everything(in: other)["entry"] == [])
        #expect(try everything(in: other)["log"] == [])
    }

    @Test
    func `is for owners: whoever restores says when things were known`() throws {
        let (user, _) = try record()
        let log = try user.annals("export", "--format", "cloudevents").output
        let writer = try User(of: try TestDatabase(), as: "annals_writer")
        #expect(try writer.annals("import", "-", input: log).status == 77)
    }

    @Test(.enabled(if: Reader.hasPython(with: "cloudevents"), "cloudevents is not installed for python3"))
    func `is read by the library of CloudEvents`() throws {
        let (user, _) = try record()
        let script = """
            import sys
            try:
                from cloudevents.v1.http import from_json
            except ImportError:
                from cloudevents.http import from_json
            for line in sys.stdin:
                event = from_json(line)
                print(event["id"], event["type"], event["sequence"], event.data.get("revision"))
            """
        let log = try user.annals("export", "--format", "cloudevents").output
        let read = try Reader.python(script, reading: log)
        #expect(read.count == log.split(separator: "\n").count)
        #expect(
            read.last?.hasSuffix(" org.annals.checkpoint.v1 000000000000000000\(read.count - 1) None") == true
        )
    }
}
