import EventLog
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
