import Annals
import EventLog
import Postgres
import Support
import Testing

/// The one hole in the log's walls, tried by everybody for everything else.
@Suite struct `the right to erase` {
    /// An event with a note, erased in one of two, for tests that change nothing.
    private static let database = Result {
        let database = try TestDatabase()
        let log = try database.openLog()
        let whole = PendingEntry.recording(try .sample("whole") { $0.note = "a note" })
        let erased = PendingEntry.recording(try .sample("erased") { $0.note = "a secret" })
        try log.record([
            whole, erased, whole.correcting(to: try .sample("whole again") { $0.note = "a note" }),
        ])
        try log.sequence(until: [try log.redact(erased.redacting(.note))])
        return database
    }

    @Test(arguments: [
        // Without a redaction in the log.
        "update annals.entry set note = null where title like 'whole%'",
        "update annals.entry set title = null where title = 'erased'",
        "update annals.entry set reason = null where kind = 'corrected'",
        "update annals.entry set note = null, note_hash = sha256(substr(salt, 17, 16) || convert_to(note, 'UTF8')), "
            + "salt = overlay(salt placing decode(repeat('00', 16), 'hex') from 17) where title like 'whole%'",
        // Back, or to something else.
        "update annals.entry set note = 'a secret' where note_hash is not null",
        "update annals.entry set note = 'a secret', note_hash = null where note_hash is not null",
        "update annals.entry set note_hash = null where note_hash is not null",
        "update annals.entry set note_hash = sha256('') where note_hash is not null",
        "update annals.entry set note_hash = note_hash where note_hash is not null",
        "update annals.entry set salt = salt where note_hash is not null",
        "update annals.entry set tags = '{x}' where note_hash is not null",
        // The redaction itself.
        "update annals.entry set erases = '{title,note}' where kind = 'redacted'",
        "update annals.entry set note = null where kind = 'redacted'",
        "update annals.entry set reason = null where kind = 'redacted'",
        "delete from annals.entry where kind = 'redacted'",
    ]) func `is not the owner's or a superuser's to use without a redaction`(statement: String) throws {
        for role in ["annals_owner", "none"] {
            let connection = try Self.database.get().connect()
            try connection.execute("set role \(raw: role)")
            #expect(
                try stateOfRefusal { try connection.execute(Query(raw: statement)) } == "AN003",
                "\(role)"
            )
        }
        #expect(try Self.database.get().openLog().flaws() == [])
    }

    @Test(arguments: [
        "title = 'other'", "tags = '{x}'", "digest = sha256('')", "appended_by = 'eve'", "salt = salt",
        "title_hash = sha256('')", "note_hash = sha256('')", "title = null",
    ])
    func `changes nothing beside the text, not even while it is erased`(change: String) throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let event = PendingEntry.recording(try .sample("whole") { $0.note = "a note" })
        try log.record([event])
        let redaction = event.redacting(.note)
        let connection = try database.connect()
        // As if annals.redact() were replaced by something that does more.
        try connection.execute("begin")
        _ = try Log(connection, logger: TestDatabase.silent).append([redaction])
        let erase: Query = "update annals.entry set note = null, \(raw: change) where revision = 1"
        if change == "salt = salt" {
            #expect(try connection.execute(erase) == 1)
        } else {
            #expect(try stateOfRefusal { try connection.execute(erase) } == "AN003")
        }
    }

    @Test(arguments: ["annals_owner", "none"])
    func `needs the text gone where a redaction is appended without it`(role: String) throws {
        let database = try TestDatabase()
        let connection = try database.connect()
        let log = try Log(connection, logger: TestDatabase.silent)
        let event = PendingEntry.recording(try .sample("whole") { $0.note = "a note" })
        try log.record([event])
        try connection.execute("set role \(raw: role)")
        #expect(try stateOfRefusal { try log.append([event.redacting(.note)]) } == "AN003")
        #expect(try log.head().waiting == 0)
        #expect(try log.flaws() == [])
    }

    @Test(arguments: ["annals_writer", "annals_reader"])
    func `is not writers' or readers'`(role: String) throws {
        let database = try TestDatabase()
        let event = PendingEntry.recording(try .sample("whole") { $0.note = "a note" })
        try database.openLog().record([event])
        let log = try Log(try database.connect(asMemberOf: role), logger: TestDatabase.silent)
        #expect(try stateOfRefusal { try log.redact(event.redacting(.note)) } == .insufficientPrivilege)
        #expect(try stateOfRefusal { try log.append([event.redacting(.note)]) } == .insufficientPrivilege)
        #expect(try !log.vacuumEntries())
        #expect(try log.connection.value("select note from annals.entry", as: String.self) == "a note")
        #expect(try log.flaws() == [])
    }

    @Test func `cannot be forged by appending an entry that lacks its text from the start`() throws {
        let database = try TestDatabase()
        let writer = try database.connect(asMemberOf: "annals_writer")
        let owner = try database.connect(asMemberOf: "annals_owner")
        let entry = #"""
            {"event_id": "018f0000-0000-7000-8000-000000000001", "revision": 1, "kind": "recorded",
             "occurred": "2020", "title_hash": "\\x00", "streams": ["taliban"], "appended_by": "eve", "origin": "cli",
             "salt": "\\x01", "digest": "\\x02", "derived": {"effects": [], "activity": []}}
            """#
            .replacing("x00", with: "x" + String(repeating: "00", count: 32))
            .replacing("x01", with: "x" + String(repeating: "00", count: 48))
            .replacing("x02", with: "x" + String(repeating: "00", count: 32))
        let append: Query = """
            select annals.append(array[jsonb_populate_record(null::annals.new_entry, \(entry)::jsonb)])
            """
        #expect(try stateOfRefusal { try writer.execute(append) } == "AN005")
        #expect(try stateOfRefusal { try owner.execute(append) } == "AN005")
        #expect(try database.connect().value("select count(*) from annals.entry", as: Int64.self) == 0)
    }

    @Test func `can be granted, alone`() throws {
        let database = try TestDatabase()
        let event = PendingEntry.recording(try .sample("whole") { $0.note = "a note" })
        try database.openLog().record([event])
        let officer = try database.connect(asMemberOf: "annals_writer")
        let name = try officer.value("select session_user::text", as: String.self)
        let grant: Query = "grant execute on function annals.redact(annals.new_entry) to \(raw: name)"
        try database.connect().execute(grant)
        let log = try Log(officer, logger: TestDatabase.silent)
        try log.sequence(until: [try log.redact(event.redacting(.note))])
        #expect(try log.revisions(of: event.entry.event)?.content?.event?.note == "(erased)")
        #expect(try !log.vacuumEntries())
        let update: Query = "update annals.entry set title = null"
        #expect(try stateOfRefusal { try officer.execute(update) } == .insufficientPrivilege)
        #expect(try log.flaws() == [])
    }
}
