import Postgres
import Support
import Testing

/// What a session may change: no answer and no proof, whoever set what.
@Suite(.serialized) struct `the settings of a session` {
    /// The record that ships with annals, in a database whose settings a test may change.
    private static let record = Result {
        let database = try TestDatabase()
        let outcome = try User(of: database).annals("init", "--example", "afghanistan")
        guard outcome.status == 0 else { throw Databases.NotLoaded(errors: outcome.errors) }
        return database
    }

    /// Answers and proofs, in every form that a setting could change.
    static let questions: [[String]] = [
        ["show", "taliban", "us", "--at", "2020-06-01", "--json"],
        ["why", "taliban", "us", "--at", "2020-06-01"],
        ["history", "taliban", "pakistan"], ["log", "--json"], ["network", "--at", "2010", "--json"],
        ["diff", "taliban", "us", "--at", "2000..2022", "--json"], ["actor", "list", "--known", "#100"],
        ["export", "--format", "cloudevents"], ["export", "--format", "dyad-year"], ["verify", "--json"],
        ["replay", "--check", "--json"],
    ]

    private static let answers = Result {
        try answers(to: User(of: record.get()))
    }

    private static func answers(to user: User) throws -> [Outcome] {
        let outcomes = (0..<questions.count).map { number in Background { try user.annals(questions[number]) }
        }
        return try outcomes.map { try $0.value() }
    }

    /// - Parameter isPathTold: whether everybody's sessions look elsewhere for functions first, which nothing here does,
    ///   and which a verification tells all the same, and nothing else.
    private func expectSame(_ user: User, isPathTold: Bool = false) throws {
        let expected = try Self.answers.get()
        for (index, outcome) in try Self.answers(to: user).enumerated() {
            if isPathTold, Self.questions[index][0] == "verify" {
                let findings = try outcome.json["findings"].array
                #expect(findings.count == 1, "\(outcome.output)")
                #expect(
                    try outcome.json["findings"][0]["problem"].string?.contains("look for functions in")
                        == true
                )
                #expect(outcome.status == 1)
                continue
            }
            let question = Self.questions[index].joined(separator: " ")
            #expect(expected[index].status == 0, "\(question): \(expected[index].errors)")
            #expect(outcome.output == expected[index].output, "\(question)")
            #expect(outcome.status == expected[index].status, "\(question): \(outcome.errors)")
            #expect(outcome.errors == expected[index].errors, "\(question)")
        }
    }

    @Test(arguments: [ForeignSettings.language, ForeignSettings.sessions, ForeignSettings.plans])
    func `change no answer by PGOPTIONS`(settings: [ForeignSettings.Setting]) throws {
        let options = ForeignSettings.options(settings)
        try expectSame(User(of: try Self.record.get(), adding: ["PGOPTIONS": options]))
    }

    @Test func `change no answer by the role's`() throws {
        let database = try Self.record.get()
        let reader = try User(of: database, as: "annals_reader")
        let role = try #require(reader.environment["ANNALS_DB"]?.split(separator: "user=").last)
        for (name, value) in ForeignSettings.all {
            try database.connect().run(script: "alter role \(role) set \(name) = \(value.quoted(for: name))")
        }
        defer { try? database.connect().run(script: "alter role \(role) reset all") }
        try expectSame(reader, isPathTold: true)
    }

    @Test func `change no answer by the database's`() throws {
        let database = try Self.record.get()
        let server = try database.connect()
        let name = try #require(
            try server.first("select current_database()::text") { try $0[0, as: String.self] }
        )
        for (setting, value) in ForeignSettings.all {
            try server.run(script: "alter database \(name) set \(setting) = \(value.quoted(for: setting))")
        }
        defer { try? server.run(script: "alter database \(name) reset all") }
        try expectSame(User(of: database), isPathTold: true)
    }

    @Test func `change nothing one by one`() throws {
        let database = try Self.record.get()
        #expect(ForeignSettings.all.count >= 40)
        let expected = try Self.fingerprint(database.connect())
        for setting in ForeignSettings.all {
            let options = ForeignSettings.options([setting])
            let parameters = ConnectionParameters(
                database.connectionString + " options='\(options)'",
                applicationName: "annals/tests"
            )
            #expect(try Self.fingerprint(Connection(parameters)) == expected, "\(options)")
        }
    }

    /// Everything in the log, and everything that was ever so, as text that SQL made of it.
    private static func fingerprint(_ connection: Connection) throws -> [String] {
        let texts = try connection.first(
            """
            select (select md5(string_agg(event, '')) from annals.cloud_events()) as log,
                   (select string_agg(s::text, ' ') from annals.state_at('taliban/united-states', '2020-06-01') s)
                       as state,
                   (select md5(string_agg(e::text, '' order by e.position)) from annals.event e) as events,
                   (select md5(string_agg(d::text, '' order by d.relationship, d.year, d.*::text))
                      from annals.dyad_year d) as years
            """
        ) { row throws(PostgresError) in
            [try row[0, as: String.self], try row[1, as: String?.self] ?? "", try row[2], try row[3]]
        }
        return texts ?? []
    }

    @Test(arguments: [
        ("session_replication_role", "replica"), ("zero_damaged_pages", "on"),
        ("ignore_checksum_failure", "on"),
    ])
    func `under which no answer can be trusted are refused`(setting: String, value: String) throws {
        let user = User(of: try Self.record.get(), adding: ["PGOPTIONS": "-c \(setting)=\(value)"])
        for command in [
            ["show", "taliban", "us"], ["verify"], ["append", "china", "taliban", "--on", "2021"],
        ] {
            let outcome = try user.annals(command)
            #expect(outcome.status == 78)
            #expect(outcome.output == "")
            #expect(outcome.errors.hasPrefix("error[database]: \(setting) is \(value) in this session"))
            #expect(outcome.errors.contains("help: take it out of PGOPTIONS"))
        }
    }

    @Test func `do not make what is acknowledged less than durable`() throws {
        for (given, kept) in [("off", "on"), ("local", "on"), ("remote_apply", "remote_apply")] {
            let parameters = ConnectionParameters(
                try Self.record.get().connectionString + " options='-c synchronous_commit=\(given)'",
                applicationName: "annals/tests"
            )
            let setting = try Connection(parameters).first("show synchronous_commit") {
                try $0[0, as: String.self]
            }
            #expect(setting == kept)
        }
    }

    @Test func `that limit time are the operator's, and are named when they end something`() throws {
        let database = try Self.record.get()
        let outcome = try User(of: database, adding: ["PGOPTIONS": "-c statement_timeout=1"]).annals("verify")
        #expect(outcome.status == 75)
        #expect(outcome.errors.contains("statement_timeout"))
        #expect(outcome.errors.contains("PGOPTIONS=\"-c statement_timeout=0\""))
        #expect(!outcome.errors.contains("written"))
    }

    @Test func `of row security do not hide rows from an answer`() throws {
        let database = try Databases.withActors()
        try database.connect().run(
            script:
                "alter table annals.effect enable row level security; create policy hides on annals.effect using (false)"
        )
        let outcome = try User(of: database, as: "annals_reader").annals("show", "china", "taliban")
        #expect(outcome.status == 77)
        #expect(
            outcome.errors.contains("row security would hide rows, and an answer without them would be wrong")
        )
        #expect(outcome.errors.contains("\"effect\""))
    }

    @Test(arguments: ["EUC_JP", "WIN1252", "SQL_ASCII", "LATIN1"])
    func `include an encoding, and a database in another than UTF8 is refused`(encoding: String) throws {
        let name = "session_in_" + encoding.lowercased()
        let database = try TestDatabase(isSetUp: false)
        try database.connect().run(
            script: """
                create database \(name) template template0 encoding '\(encoding)' lc_collate 'C' lc_ctype 'C'
                """
        )
        let user = User(adding: ["ANNALS_DB": database.connectionString + " dbname=" + name])
        for command in [["init"], ["status"], ["append", "china", "taliban", "--on", "2021"]] {
            let outcome = try user.annals(command)
            #expect(outcome.status == 78)
            #expect(outcome.errors.contains("the database is in \(encoding)"))
            #expect(outcome.errors.contains("createdb --encoding=UTF8"))
        }
    }
}

extension String {
    /// As `ALTER ROLE … SET` takes a value: the search path is a list of names, everything else a text.
    fileprivate func quoted(for setting: String) -> String {
        setting == "search_path" || setting == "DateStyle" ? self : "'\(self)'"
    }
}
