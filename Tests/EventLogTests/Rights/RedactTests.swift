import Annals
import EventLog
import Postgres
import Support
import Testing

/// Erasing a text by law.
@Suite struct `a redaction` {
    private let secret = "Jane Roe of 12 Elm Street"

    /// An event whose note is the secret, recorded and corrected once, the secret kept.
    private func withSecret(_ log: Log) throws -> PendingEntry {
        let first = PendingEntry.recording(try .sample("Talks") { $0.note = secret })
        let second = first.correcting(to: try .sample("Talks in Doha") { $0.note = secret })
        try log.record([first, second])
        return second
    }

    private func redact(_ redaction: PendingEntry, in log: Log) throws {
        let accepted = try log.redact(redaction)
        try log.sequence(until: [accepted])
    }

    @Test func `takes the text out of every revision, keeps its hash, and every digest and leaf still holds`()
        throws
    {
        let database = try TestDatabase()
        let log = try database.openLog()
        let event = try withSecret(log)
        let evidence: Query =
            "select string_agg(leaf::text, ' ' order by position) from annals.log where position < 3"
        let before = try log.connection.value(evidence, as: String.self)
        try redact(event.redacting(.note), in: log)

        #expect(try log.flaws() == [])
        #expect(try log.connection.value(evidence, as: String.self) == before)
        let revisions = try #require(try log.revisions(of: event.entry.event))
        #expect(revisions.entries.map(\.kind) == [.recorded, .corrected, .redacted])
        #expect(revisions.entries.map(\.content?.event?.note) == ["(erased)", "(erased)", "(erased)"])
        #expect(
            revisions.entries.map(\.content?.event?.title) == ["Talks", "Talks in Doha", "Talks in Doha"]
        )
        #expect(revisions.latest.reason == "a court ordered it")
        #expect(revisions.latest.erases == [.note])
        let kept: Query = """
            select count(*) from annals.entry
             where note is null and octet_length(note_hash) = 32 and substr(salt, 17, 16) = decode(repeat('00', 16), 'hex')
               and substr(salt, 1, 16) <> decode(repeat('00', 16), 'hex') and title_hash is null
            """
        #expect(try log.connection.value(kept, as: Int64.self) == 2)
    }

    @Test func `keeps a hash that can still tell whether a text was the erased one`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        let salts = try log.connection.values(
            "select substr(salt, 17, 16) from annals.entry order by revision",
            as: [UInt8].self
        )
        try redact(event.redacting(.note), in: log)
        for (index, salt) in salts.enumerated() {
            let matches: Query = """
                select note_hash = sha256(\(salt) || convert_to(\(secret), 'UTF8')) from annals.entry
                 where revision = \(Int32(index + 1))
                """
            #expect(try log.connection.value(matches, as: Bool.self))
        }
    }

    @Test func `leaves the text in no table, no statistics and no view of the activity of the server`() throws
    {
        let database = try TestDatabase()
        let log = try database.openLog()
        let event = try withSecret(log)
        let connection = try database.connect()
        try connection.run(script: "analyze")
        // One table has it, and the view of events shows it.
        #expect(try places(of: secret, connection) == ["annals.entry", "annals.event"])
        try redact(event.redacting(.note), in: log)
        #expect(try places(of: secret, connection) == [])
        #expect(try log.vacuumEntries())
        #expect(try places(of: secret, connection) == [])
    }

    @Test func `leaves no text in the log of the server, not of what failed either`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        // The server quotes the row that breaks a rule, and annals hears of it; the server's log does not.
        let broken: Query = """
            insert into annals.entry select (e).* from (
                select jsonb_populate_record(e, '{"revision": 9, "kind": null}') as e
                  from annals.entry e limit 1) as x
            """
        let error = #expect(throws: PostgresError.self) { try log.connection.execute(broken) }
        #expect(error?.description.contains(secret) == true)
        try redact(event.redacting(.note), in: log)
        let written = try ThrowawayCluster.shared.serverLog()
        #expect(written.contains("violates not-null constraint"))
        #expect(!written.contains("Jane Roe"))
    }

    /// The tables, of annals and of the server's own, with a row that has the text.
    private func places(of text: String, _ connection: Connection) throws -> [String] {
        let tables: [String] = try connection.values(
            """
            select format('%I.%I', nspname, relname) from pg_class c join pg_namespace n on n.oid = relnamespace
             where c.relkind in ('r', 'm', 'v')
               and (nspname = 'annals' or c.oid in ('pg_stats'::regclass, 'pg_statistic'::regclass,
                        'pg_stats_ext'::regclass, 'pg_stat_activity'::regclass))
             order by 1
            """
        )
        return try tables.filter { table in
            // Not as a parameter, which this statement itself would show.
            try connection.value(
                "select exists (select from \(raw: table) x where x::text like '%' || \(String(text.dropLast())) || '%')",
                as: Bool.self
            )
        }
    }

    @Test func `leaves how anybody stood as it was, and is an entry of its streams`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        let versions: Query = "select max(version) from annals.stream_entry group by stream order by stream"
        let streams = try log.connection.values(versions, as: Int64.self)
        try redact(event.redacting(.note), in: log)
        #expect(
            try log.connection.values(versions, as: Int64.self) == streams.map { $0 + 1 }
        )
        #expect(try log.head().position == Position(rawValue: 3))
    }

    @Test func `of a title leaves the mark, and corrections after it do not bring it back`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        try redact(event.redacting(.title, .note), in: log)
        let revisions = try #require(try log.revisions(of: event.entry.event))
        let content = try #require(revisions.content?.event)
        #expect((content.title, content.note ?? "") == ("(erased)", "(erased)"))
        let corrected = try #require(revisions.correcting(to: .event(content), because: "a better grade"))
        try log.record([
            PendingEntry(corrected, replacing: revisions.content, appendedBy: "ada", origin: "cli")
        ])
        #expect(try log.titles() == ["(erased)", "(erased)", "(erased)", "(erased)"])
        #expect(try log.flaws() == [])
    }

    @Test func `of an event that is retracted leaves it retracted, in its streams`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        let retraction = event.retracting(because: "told by \(secret)")
        try log.record([retraction])
        try redact(retraction.redacting(.note, .reason(ofRevision: 3)), in: log)
        let revisions = try #require(try log.revisions(of: event.entry.event))
        #expect(revisions.content == nil)
        #expect(revisions.retraction?.revision == 3)
        #expect(
            revisions.entries.map(\.reason) == [nil, "a better source", "(erased)", "a court ordered it"]
        )
        #expect(try places(of: secret, log.connection) == [])
        #expect(
            try log.connection.value("select streams from annals.entry where revision = 4", as: [String].self)
                == ["taliban/united-states"]
        )
        #expect(try log.flaws() == [])
        #expect(try log.connection.execute("select from annals.verify_log()") == 0)
    }

    @Test func `of reasons takes one, or all`() throws {
        let log = try TestDatabase().openLog()
        let second = try withSecret(log)
        let third = second.correcting(to: try .sample("Talks"), because: "another")
        try log.record([third])
        let fourth = third.redacting(.reason(ofRevision: 3), because: "a slip")
        try redact(fourth, in: log)
        let reasons = { try log.revisions(of: second.entry.event)?.entries.map(\.reason) }
        #expect(try reasons() == [nil, "a better source", "(erased)", "a slip"])
        try redact(fourth.redacting(.reason(ofRevision: nil), because: "all of it"), in: log)
        #expect(try reasons() == [nil, "(erased)", "(erased)", "(erased)", "all of it"])
        #expect(try log.flaws() == [])
    }

    @Test func `sent twice is accepted once`() throws {
        let log = try TestDatabase().openLog()
        let redaction = try withSecret(log).redacting(.note)
        #expect(try !log.redact(redaction).isDuplicate)
        #expect(try log.redact(redaction).isDuplicate)
        try log.sequence()
        #expect(try log.redact(redaction).isDuplicate)
        #expect(try log.head().position == Position(rawValue: 3))
        #expect(try log.flaws() == [])
    }

    @Test func `lets what was recorded be sent again, and does not bring it back`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        let first = PendingEntry.recording(try .sample("Talks") { $0.note = secret }, as: event.entry.event)
        try redact(event.redacting(.note), in: log)
        #expect(try log.append([first, event]).allSatisfy(\.isDuplicate))
        #expect(try places(of: secret, log.connection) == [])
        // What was not erased is still compared.
        let other = PendingEntry.recording(try .sample("Other") { $0.note = secret }, as: event.entry.event)
        #expect(throws: LogError.reused(event: event.entry.event, revision: 1)) { try log.append([other]) }
    }

    @Test func `of a text that is not there is refused`() throws {
        let log = try TestDatabase().openLog()
        let event = PendingEntry.recording(try .sample("Talks"))
        try log.record([event])
        for text: ErasedText in [
            .note, .reason(ofRevision: nil), .reason(ofRevision: 1), .reason(ofRevision: 9),
        ] {
            #expect(
                throws: LogError.nothingToErase("event \(event.entry.event) has no \(text.name) to erase")
            ) {
                try log.redact(event.redacting(text))
            }
        }
        #expect(throws: LogError.self) { try log.redact(event.redacting()) }
        #expect(throws: LogError.self) { try log.redact(event.retracting()) }
        let absent = PendingEntry.recording(try .sample("Talks"))
        #expect(try stateOfRefusal { try log.redact(absent.redacting(.title)) } == "AN004")
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }

    @Test func `that says something else than the event did is refused`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        let lies: [PendingEntry] = [
            event.correcting(
                to: try .sample("Talks in Doha") {
                    $0.note = "(erased)"; $0.on = "2021"
                }
            ),
            event.correcting(to: try .sample("Others") { $0.note = "(erased)" }),
            event.correcting(to: try .sample("Talks in Doha") { $0.note = "another" }),
            event.correcting(
                to: try .sample("Talks in Doha") {
                    $0.note = "(erased)"; $0.tags = ["x"]
                }
            ),
            event.retracting(),
        ]
        for lie in lies {
            let entry = Entry(
                event: lie.entry.event,
                revision: 3,
                kind: .redacted,
                reason: "a lie",
                erases: [.note],
                content: lie.entry.content
            )
            let redaction = PendingEntry(
                entry,
                replacing: event.entry.content,
                lastSaid: event.entry.content,
                appendedBy: "ada",
                origin: "cli"
            )
            #expect(throws: LogError.self) { try log.redact(redaction) }
        }
        #expect(try log.revisions(of: event.entry.event)?.entries.count == 2)
        #expect(try log.connection.value("select count(note) from annals.entry", as: Int64.self) == 2)
    }

    @Test func `loses against a correction that came first`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        try log.record([event.correcting(to: try .sample("Later") { $0.note = secret })])
        #expect(throws: LogError.reused(event: event.entry.event, revision: 3)) {
            try log.redact(event.redacting(.note))
        }
        #expect(try log.connection.value("select count(note) from annals.entry", as: Int64.self) == 3)
    }

    @Test func `that fails half way leaves everything as it was`() throws {
        let log = try TestDatabase().openLog()
        let event = try withSecret(log)
        #expect(throws: LogError.self) { try log.redact(event.redacting(.note, .reason(ofRevision: 1))) }
        #expect(try log.connection.value("select count(note) from annals.entry", as: Int64.self) == 2)
        #expect(try log.flaws() == [])
    }
}
