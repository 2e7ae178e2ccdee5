import Annals
import EventLog
import FoundationEssentials
import Postgres
import Support
import Testing

/// Text that would be SQL if anybody took it for that.
struct InjectionTests {
    private static let hostile = [
        "'; drop table annals.entry cascade; --", "\"; drop schema annals cascade; --",
        "$$; drop role annals_reader; $$",
        "\\'; alter role annals_reader superuser; --",
        "x' || (select salt::text from annals.entry limit 1) || '",
        "{\"a\":1}", "{a,\"b\",NULL}", "(1,2)", "%s%n%I %L $1 ? :name", "E'\\\\x00'",
        "');truncate annals.log;--",
        "1; select pg_sleep(9)", "*/ drop table annals.log; /*", "\\copy annals.entry to program 'id'", "\\",
    ]

    /// Everything that must stay as it is, whatever anybody writes: schemas, tables, functions, roles, rights.
    private func everything(_ database: TestDatabase) throws -> [String] {
        try database.connect().query(
            """
            select 'schema ' || nspname from pg_namespace where nspname !~ '^pg_(toast_)?temp'
            union all select format('%s %s %s', oid::regclass, relkind, relacl) from pg_class
             where relnamespace = 'annals'::regnamespace
            union all select format('%s %s %s', oid::regprocedure, prosecdef, proacl) from pg_proc
             where pronamespace = 'annals'::regnamespace
            union all select format('%s %s %s', rolname, rolsuper, rolcanlogin) from pg_roles where rolname ~ '^annals'
            union all select format('%s %s %s', tgrelid::regclass, tgname, tgenabled) from pg_trigger
            order by 1
            """
        ) { row throws(PostgresError) in try row[0, as: String.self] }
    }

    @Test func `is kept as text in every field, and does nothing`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        let before = try everything(database)
        for text in Self.hostile {
            var writer = user
            writer.environment["ANNALS_ACTOR"] = text
            writer.environment["PGAPPNAME"] = text
            let end = try #require(try user.logEnd())
            let event = try writer.annals([
                "append", "china", "taliban", "--on", "2021", "--title", text, "--note", text, "--tag", text,
                "--source", text, "--set", "aid/x=active", "--claimant", text,
            ])
            #expect(event.status == 0, "\(text): \(event.errors)")
            let corrected = try writer.annals("correct", "#\(end + 1)", "--grade", "B2", "--because", text)
            #expect(corrected.status == 0, "\(text): \(corrected.errors)")
            let logged = try user.annals("log", "--since", "#\(end)", "--json").jsonLines
            try #require(logged.count == 2)
            for entry in logged {
                for field in ["title", "note", "by"] { #expect(entry[field].string == text) }
                #expect(entry["tags"][0].string == text)
                #expect(entry["sources"][0]["title"].string == text)
                #expect(entry["effects"][0]["claimant"].string == text)
            }
            #expect(logged[1]["because"].string == text)
            let shown = try user.annals("show", "china", "taliban", "--at", "2021", "--json")
            #expect(try shown.json["facets"].array.contains { $0["claimant"].string == text })
            #expect(try user.annals("actor", "alias", "china", text).status == 0)
            #expect(try user.annals("actor", "show", text, "--json").json["actor"].string == "china")
            #expect(
                try user.annals("redact", "#\(end + 1)", "--field", "note", "--because", text).status == 0
            )
        }
        #expect(try everything(database) == before)
        #expect(try user.annals("replay", "--check").status == 0)
    }

    @Test func `is kept as text in every field of a line`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        let before = try everything(database)
        for text in Self.hostile {
            let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            let end = try #require(try user.logEnd())
            let line = """
                {"on":"2021","actors":["china"],"recipients":["taliban"],"title":"t","sources":[{"title":"\(quoted)",\
                "publisher":"\(quoted)","url":"\(quoted)","locator":"\(quoted)"}],\
                "effects":[{"facet":"aid","key":"\(quoted)","from":"china","to":"taliban","value":"active",\
                "claimant":"\(quoted)"}]}
                """
            let outcome = try user.annals("append", input: line)
            #expect(outcome.status == 0, "\(text): \(outcome.errors)")
            let entry = try user.annals("log", "--since", "#\(end)", "--json").json
            for field in ["title", "publisher", "url", "locator"] {
                #expect(entry["sources"][0][field].string == text, "\(field)")
            }
            #expect(entry["effects"][0]["key"].string == text)
        }
        #expect(try everything(database) == before)
        #expect(try user.annals("replay", "--check").status == 0)
    }

    /// Texts made of what ends, begins, turns around, hides or outgrows something.
    private static func random(_ random: inout SplitMix64, isLong: Bool = false) -> String {
        let pieces =
            hostile + [
                "'", "''", "\"", "$", "$$", "$x$", "--", "/*", "*/", ";", "\\'", "\\\\", "\\u0000", "\\0",
                "%", "{}", "()",
                "\u{1}", "\u{8}", "\u{B}", "\u{1A}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{A0}", "\r\n", "\t",
                " ",
                "\u{2028}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}",
                "\u{10FFFF}",
                "e\u{301}", "\u{E9}", "\u{212A}", "\u{FF07}", "\u{2019}", "طالبان", "שלום", "中華", "👩‍👩‍👧",
            ]
        let count = isLong ? 5000 : Int.random(in: 1...5, using: &random)
        let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        // Never empty, never an option, and short enough for a name.
        return "x" + (isLong ? text : String(decoding: text.utf8.prefix(190), as: UTF8.self))
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case _ where scalar.value < 0x20:
                "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }

    /// Byte by byte, as it is recorded: to Swift, é is e and an accent.
    private func expect(_ found: Tree, is text: String, _ what: String) {
        #expect(
            found.string.map { Array($0.utf8) } == Array(text.composed.utf8),
            "\(what): \(text.debugDescription)"
        )
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `made up at random, comes back as it was written, and does nothing`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let database = try Databases.withActors()
        let before = try everything(database)
        var user = User(of: database)
        user.directory = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(user.directory) }
        var writer = user
        let author = Self.random(&random)
        writer.environment["ANNALS_ACTOR"] = author
        let file = String(Self.random(&random).split(separator: "/").joined())
        let long = Self.random(&random, isLong: true)
        let events = (0..<20).map { number in
            (0..<9).map { $0 < 2 && number == 0 ? long : Self.random(&random) }
        }
        let lines = events.map { texts in
            let texts = texts.map(Self.quoted)
            return """
                {"on":"2021","actors":["china"],"recipients":["taliban"],"title":\(texts[0]),"note":\(texts[1]),\
                "tags":[\(texts[2])],"sources":[{"title":\(texts[3]),"publisher":\(texts[4]),"url":\(texts[5]),\
                "locator":\(texts[6])}],"effects":[{"facet":"aid","key":\(texts[7]),"from":"china","to":"taliban",\
                "value":"active","claimant":\(texts[8])}]}
                """
        }
        let name = Self.random(&random)
        let alias = Self.random(&random)
        let actor = #"{"actor":"iran","name":\#(Self.quoted(name)),"aliases":[\#(Self.quoted(alias))]}"#
        let reason = Self.random(&random)
        try Data((lines + [actor]).joined(separator: "\n").utf8).write(
            to: URL(filePath: user.directory + "/" + file)
        )
        for (call, input) in [
            (["append", "--file", file], ""),
            (["append"], ##"{"correct":"#5","because":\##(Self.quoted(reason)),"grade":"B2"}"##),
        ] {
            let outcome = try writer.annals(call, input: Array(input.utf8))
            #expect(outcome.status == 0, "seed \(seed): \(outcome.errors)")
        }
        let logged = try user.annals("log", "--since", "#4", "--limit", "100", "--json").jsonLines
        try #require(logged.count == 22, "seed \(seed)")
        // The correction says again what the first of them does.
        for (entry, texts) in zip(logged[..<20] + [logged[21]], events + [events[0]]) {
            let source = entry["sources"][0]
            let effect = entry["effects"][0]
            let found = [
                entry["title"], entry["note"], entry["tags"][0], source["title"], source["publisher"],
                source["url"], source["locator"], effect["key"], effect["claimant"],
            ]
            for (number, (found, text)) in zip(found, texts).enumerated() {
                expect(found, is: text, "seed \(seed), text \(number)")
            }
        }
        for entry in logged { expect(entry["by"], is: author, "seed \(seed), author") }
        expect(logged[0]["origin"], is: "cli " + file, "seed \(seed), file")
        expect(logged[20]["name"], is: name, "seed \(seed), name")
        expect(logged[20]["aliases"][0], is: alias, "seed \(seed), alias")
        expect(logged[21]["because"], is: reason, "seed \(seed), reason")
        let found = try user.annals("actor", "show", alias, "--json").json["actor"]
        #expect(found == "iran", "seed \(seed)")
        for _ in 0..<3 {
            let text = Self.random(&random)
            for call in [
                ["show", text], ["history", "china", text], ["log", text],
                ["retract", text, "--because", "x"],
                ["append", "china", "taliban", "--on", "2021", "--title", "x", "--if-version", text + "=1"],
                ["append", "--file", "/nowhere/" + text],
            ] {
                let outcome = try user.annals(call)
                #expect([64, 65, 66].contains(outcome.status), "seed \(seed), \(call): \(outcome.errors)")
            }
        }
        #expect(try everything(database) == before, "seed \(seed)")
        let verified = try user.annals("verify", "--json").json
        #expect([verified["holds"], verified["position"]] == [true, 26], "seed \(seed): \(verified)")
    }

    @Test func `does nothing where a name, a date, an id, a position or a path is expected`() throws {
        let database = try Databases.withActors()
        let user = User(of: database)
        let before = try everything(database)
        for text in Self.hostile where !text.hasPrefix("-") {
            for call in [
                ["show", text], ["show", "china", text], ["show", "china", "--at", text],
                ["show", "china", "--known", text],
                ["history", text], ["log", text], ["log", "--since", text], ["log", "--known", text],
                ["correct", text, "--title", "x", "--because", "y"], ["retract", text, "--because", "y"],
                ["redact", text, "--field", "note", "--because", "y"], ["actor", "show", text],
                ["actor", "add", text, text], ["append", "--file", "/nowhere/" + text],
                ["append", text, "china", "--on", text, "--title", "x"],
                ["append", "china", "taliban", "--on", "2021", "--title", "x", "--id", text],
                [
                    "append", "china", "taliban", "--on", "2021", "--title", "x", "--type", text, "--set",
                    "\(text)=\(text)",
                ],
                ["append", "china", "taliban", "--on", "2021", "--title", "x", "--if-version", "\(text)=1"],
            ] {
                let outcome = try user.annals(call)
                #expect(
                    [64, 65, 66].contains(outcome.status),
                    "\(call): \(outcome.status) \(outcome.errors)"
                )
            }
        }
        #expect(try everything(database) == before)
        #expect(try user.logEnd() == 4)
    }

    @Test func `does nothing as the name of a database, a service, a host or a session`() throws {
        let database = try Databases.withActors()
        let name = "x'; drop table annals.entry; --\" \u{1B}[2J"
        let server = try database.connect()
        let create = try server.query("select format('create database %I', \(name)::text)") {
            row throws(PostgresError) in try row[0, as: String.self]
        }
        for statement in create { try server.run(script: statement) }
        let place = ["PGHOST": try ThrowawayCluster.shared.cluster.socketDirectory, "PGUSER": "annals"]
        let user = User(adding: place.merging(["PGDATABASE": name, "PGAPPNAME": name]) { $1 })
        for call in [
            ["init"], ["init", "--example", "afghanistan"], ["status"], ["status", "--json"], ["replay"],
        ] {
            let outcome = try user.annals(call)
            #expect(outcome.status == 0, "\(call): \(outcome.errors)")
            #expect(!(outcome.output + outcome.errors).contains("\u{1B}"), "\(call)")
        }
        #expect(try user.annals("status", "--json").json["database"].string == name)
        for variables in [
            ["PGSERVICE": name], ["PGHOST": "/" + name], ["ANNALS_DB": name + "?"],
            ["DATABASE_URL": name + "?"],
        ] {
            let outcome = try User(adding: place.merging(variables) { $1 }).annals("status")
            #expect(outcome.status == 69, "\(variables): \(outcome.errors)")
            #expect(!(outcome.output + outcome.errors).contains("\u{1B}"), "\(variables)")
        }
    }
}
