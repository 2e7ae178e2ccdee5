import Annals
import EventLog
import Postgres
import Support
import Testing

/// A superuser's tampering, and where the first fault it leaves is.
struct Tampering: CustomTestStringConvertible {
    let script: String
    /// The position that is named; nil for the head, a stream, or what waits.
    let position: Int64?
    let problem: String

    var testDescription: String { script }

    /// A value of a column of an entry put in another's place.
    static func entry(_ change: String, at position: Int64 = 2, _ problem: String = content) -> Tampering {
        Tampering(
            script: """
                update annals.entry set \(change) where (event_id, revision)
                    = (select event_id, revision from annals.log where position = \(position))
                """,
            position: position,
            problem: problem
        )
    }

    static let content = "its content is not what its digest was made of"
    static let sealed = "its digest, a time or its role is not what its leaf was made of"
    static let unreadable = "its content cannot be read"
    static let elsewhere = "its streams are not those its content touches"
    static let bounds = "its bounds are not those of its date"
}

@Suite struct `a log that was tampered with` {
    private static let contents: [Tampering] = [
        .entry("kind = 'retracted'", at: 4), .entry("reason = 'no reason'", at: 4),
        .entry("occurred = '2020-02-28'"), .entry("actors = '{qatar}'"), .entry("recipients = '{qatar}'"),
        .entry("recipients = null"), .entry("actors = '{{taliban}}'", unreadable),
        .entry("type = 'AGREE'"), .entry("mode = 'phone'"), .entry("mode = null"),
        .entry("contexts = '{military}'"), .entry("contexts = '{}'"), .entry("modality = 'alleged'"),
        .entry("title = 'a'"), .entry("title = 'A '"), .entry("note = null"), .entry("note = ''"),
        .entry("effects = null"), .entry("effects = '[]'"), .entry("effects[0]['value'] = '\"in-force\"'"),
        .entry("effects[0]['key'] = '\"lisbon\"'"), .entry("effects[0]['from'] = '\"qatar\"'"),
        .entry("effects[0]['to'] = '\"qatar\"'"), .entry("effects[0]['begin'] = '\"2019\"'"),
        .entry("effects[0]['end'] = '\"2021\"'"), .entry("effects[0]['claimant'] = '\"UN\"'"),
        .entry("effects[0]['terms'] = '[]'"), .entry("effects[0]['facet'] = '\"aid\"'"),
        .entry("effects = effects || effects"), .entry("effects[0]['nobody'] = '\"1\"'", unreadable),
        .entry("effects[0]['terms'] = '[1]'", unreadable), .entry("effects[0]['key'] = '5'", unreadable),
        .entry("effects = '{}'", unreadable), .entry("effects = '[[]]'", unreadable),
        .entry("sources = '[]'"), .entry("sources[0]['title'] = '\"A report\"'"),
        .entry("sources[0]['locator'] = '\"p. 1\"'"), .entry("sources = '\"x\"'", unreadable),
        .entry("grade = 'A1'"), .entry("reported = '2021'"), .entry("tags = '{peace,war}'"),
        .entry("tags = '{NULL}'", unreadable), .entry("actors = '{NULL,taliban}'", unreadable),
        .entry("streams = '{{taliban/united-states}}'", elsewhere),
        .entry("effects[0]['from'] = 'null'", elsewhere),
        .entry("actor = 'null'", at: 1, unreadable), .entry("actor = '{}'", at: 1, elsewhere),
        .entry("effects = 'null'", unreadable), .entry("salt = ''", unreadable), .entry("digest = ''"),
        .entry("occurred = 'not a date'", bounds), .entry("begin_latest = '5874897-12-31'", bounds),
        .entry("actor['name'] = '\"Katar\"'", at: 1),
        .entry("actor['aliases'] = '[]'", at: 1), .entry("actor = actor - 'codes'", at: 1),
        .entry("actor['actor'] = '\"katar\"'", at: 1), .entry("actor = '[]'", at: 1, unreadable),
        .entry("appended_by = 'eve'"), .entry("origin = 'elsewhere'"),
        .entry("salt = sha256('') || substr(salt, 33)"), .entry("digest = sha256('')"),
        .entry("digest = sha256('')", sealed), .entry("appended_as = 'eve'", sealed),
        .entry("appended_at = appended_at - interval '1 microsecond'", sealed),
        .entry(
            "title = null, title_hash = sha256(substr(salt, 1, 16) || convert_to(title, 'UTF8'))",
            "revision 1 lacks a text that no redaction erased"
        ),
        .entry("note = null, note_hash = digest"),
        .entry("streams = '{qatar/taliban}'", elsewhere),
        .entry("versions = '{2}'", "version 1 of taliban/united-states is not what its entry says"),
    ]
    private static let unreadable = Tampering.unreadable
    private static let sealed = Tampering.sealed
    private static let bounds = Tampering.bounds
    private static let elsewhere = Tampering.elsewhere

    private static let eachBound = ["begin_earliest", "begin_latest", "end_earliest", "end_latest"].map {
        Tampering.entry("\($0) = \($0) + 1", "its bounds are not those of its date")
    }

    private static let rows = [
        Tampering(
            script: "delete from annals.entry where title = 'C'",
            position: 5,
            problem: "the entry it names is missing"
        ),
        Tampering(
            script: "delete from annals.entry where title = 'A'",
            position: 4,
            problem: "revision 2 has none before it"
        ),
        Tampering(
            script: "delete from annals.log where position = 3",
            position: 3,
            problem: "the log has no #3"
        ),
        Tampering(
            script: "delete from annals.log where position in (3, 4)",
            position: 3,
            problem: "the log has no #3 to #4"
        ),
        Tampering(
            script: "delete from annals.log where position > 5",
            position: 6,
            problem: "the log has no #6 to #7"
        ),
        Tampering(
            script: """
                delete from annals.log where position = 7;
                update annals.log_head set position = 6
                """,
            position: nil,
            problem: "the head of the log has another root than its leaves give"
        ),
        Tampering(
            script: """
                update annals.log set position = -position where position in (2, 3);
                update annals.log set position = position + 5 where position < 0
                """,
            position: 2,
            problem: "version 2 of taliban/united-states stands before the one before it"
        ),
        Tampering(
            script:
                "insert into annals.log select 8, event_id, 9, leaf, recorded_at from annals.log where position = 7",
            position: 8,
            problem: "the entry it names is missing"
        ),
        Tampering(
            script: """
                alter table annals.log drop constraint log_event_id_revision_key;
                insert into annals.log select 8, event_id, revision, leaf, recorded_at from annals.log where position = 7
                """,
            position: 8,
            problem: "revision 1 has another position too"
        ),
        Tampering(
            script: """
                alter table annals.log drop constraint log_pkey;
                update annals.log set position = 6 where position = 7
                """,
            position: 6,
            problem: "its position is taken twice"
        ),
        Tampering(
            script:
                "insert into annals.entry select (jsonb_populate_record(e, '{\"revision\": 3, \"kind\": \"retracted\", \"reason\": \"x\"}')).* from annals.entry e where title = 'A'",
            position: nil,
            problem: "revision 3 is neither in the log nor waiting"
        ),
        Tampering(
            script: "update annals.log set leaf = sha256('') where position = 5",
            position: 5,
            problem: sealed
        ),
        Tampering(
            script: "update annals.log set leaf = 'x' where position = 5",
            position: 5,
            problem: sealed
        ),
        Tampering(
            script: "update annals.log set recorded_at = recorded_at - interval '1 day' where position = 5",
            position: 5,
            problem: "it was recorded before the entry before it"
        ),
        Tampering(
            script:
                "update annals.log set recorded_at = recorded_at + interval '1 microsecond' where position = 5",
            position: 5,
            problem: sealed
        ),
        Tampering(
            script: "update annals.log set event_id = gen_random_uuid() where position = 5",
            position: 5,
            problem: "the entry it names is missing"
        ),
        Tampering(
            script: "update annals.log set revision = 2 where position = 5",
            position: 5,
            problem: "the entry it names is missing"
        ),
    ]

    /// What nobody but a superuser can make: values that were never to be missing.
    private static let nulls = [
        ("entry", "digest", content), ("entry", "appended_at", sealed), ("entry", "streams", elsewhere),
        ("entry", "salt", unreadable), ("log", "leaf", sealed), ("log", "recorded_at", sealed),
    ].map { table, column, problem in
        Tampering(
            script: """
                alter table annals.\(table) alter column \(column) drop not null;
                update annals.\(table) set \(column) = null
                 where event_id = (select event_id from annals.log where position = 5)
                """,
            position: 5,
            problem: problem
        )
    }
    private static let content = Tampering.content

    private static let links = [
        Tampering(
            script: "delete from annals.stream_entry where stream = 'taliban/united-states' and version = 2",
            position: 3,
            problem: "version 2 of taliban/united-states is not linked to it"
        ),
        Tampering(
            script:
                "update annals.stream_entry set version = 9 where stream = 'taliban/united-states' and version = 5",
            position: 7,
            problem: "version 9 of taliban/united-states comes after a hole, or twice"
        ),
        Tampering(
            script: """
                update annals.stream_entry s set event_id = o.event_id, revision = o.revision
                  from annals.stream_entry o
                 where s.stream = 'taliban/united-states' and o.stream = s.stream and s.version + o.version = 3
                """,
            position: 2,
            problem: "version 1 of taliban/united-states is not linked to it"
        ),
        Tampering(
            script:
                "insert into annals.stream_entry select 'qatar/taliban', 1, event_id, revision from annals.log where position = 7",
            position: 7,
            problem: "version 1 of qatar/taliban is not what its entry says"
        ),
        Tampering(
            script: "update annals.stream_entry set stream = 'china/qatar' where stream = 'china/pakistan'",
            position: 5,
            problem: "version 1 of china/pakistan is not linked to it"
        ),
        Tampering(
            script: "delete from annals.stream where id = 'china/pakistan'",
            position: nil,
            problem: "the stream china/pakistan is not listed"
        ),
        Tampering(
            script: "insert into annals.stream values ('x/y')",
            position: nil,
            problem: "the stream x/y is listed and has no entry"
        ),
        Tampering(
            script: "delete from annals.outbox",
            position: nil,
            problem: "revision 1 is neither in the log nor waiting"
        ),
        Tampering(
            script: "update annals.outbox set digest = sha256('')",
            position: nil,
            problem: "revision 1 waits with another digest, time or role than its own"
        ),
        Tampering(
            script: "update annals.outbox set turn = -1",
            position: nil,
            problem: "revision 1 waits in a turn that is over"
        ),
        Tampering(
            script: "update annals.outbox set event_id = gen_random_uuid()",
            position: nil,
            problem: "revision 1 waits and is missing"
        ),
        Tampering(
            script:
                "insert into annals.outbox select 2000000000, event_id, revision, appended_at, appended_as, digest, 0, row('{}', '{}', null)::annals.derivation from annals.entry where title = 'D'",
            position: 7,
            problem: "revision 1 is in the log and waiting"
        ),
        Tampering(
            script: "update annals.entry set title = 'e' where title = 'E'",
            position: nil,
            problem: Tampering.content
        ),
    ]

    private static let heads = [
        Tampering(
            script: "update annals.log_head set position = 5",
            position: 6,
            problem: "the head of the log is before it"
        ),
        Tampering(
            script: "update annals.log_head set position = 9",
            position: 8,
            problem: "the log has no #8 to #9"
        ),
        Tampering(
            script: "update annals.log_head set recorded_at = now()",
            position: nil,
            problem: "the head of the log has another time than its last entry"
        ),
        Tampering(
            script: "update annals.log_head set frontier = frontier[2:]",
            position: nil,
            problem: "the head of the log has another frontier than its leaves give"
        ),
        Tampering(
            script: "update annals.log_head set root = sha256('')",
            position: nil,
            problem: "the head of the log has another root than its leaves give"
        ),
        Tampering(script: "delete from annals.log_head", position: nil, problem: "the log has no head"),
    ]

    @Test func `was well before`() throws {
        let log = try TamperedLog()
        #expect(try log.findings(against: log.checkpoint) == [])
        #expect(try log.findingsInSQL() == [])
    }

    @Test(arguments: contents + eachBound + rows + nulls + links + heads)
    func `is found out, and the place is named, by the program and by SQL alone`(_ tampering: Tampering)
        throws
    {
        let log = try TamperedLog()
        try log.tamper(tampering.script)
        let findings = try log.findings()
        #expect(
            findings.contains { finding in
                finding.position?.rawValue == tampering.position
                    && finding.problem.contains(tampering.problem)
            },
            "\(findings)"
        )
        // The bounds of dates are the program's alone to know.
        let shared = findings.filter { fault in
            fault.problem != Tampering.bounds && !fault.problem.contains("column")
                && !fault.problem.contains("key or check")
                && !fault.problem.contains("the index")
        }
        #expect(Set(try log.findingsInSQL()) == Set(shared))
    }
}
