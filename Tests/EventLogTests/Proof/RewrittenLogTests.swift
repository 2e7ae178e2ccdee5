import Annals
import EventLog
import Postgres
import Support
import Testing

/// A superuser who rewrites everything so that it fits again: only a checkpoint kept elsewhere shows it.
@Suite struct `a log that was rewritten so that all of it fits` {
    struct Rewriting: CustomTestStringConvertible {
        let script: String
        /// The first position that is named against the checkpoint.
        let position: Int64
        var problem = "it is not what it was when the checkpoint was made"

        var testDescription: String { script }
    }

    private static let rewritings = [
        Rewriting(script: "update annals.entry set title = 'never' where title = 'C'", position: 5),
        Rewriting(script: "update annals.entry set grade = 'A1' where title = 'D'", position: 7),
        Rewriting(
            script: "update annals.entry set reason = 'none' where revision = 2 and title is not null",
            position: 4
        ),
        Rewriting(
            script: "update annals.entry set effects[0]['value'] = '\"in-force\"' where title = 'A'",
            position: 2
        ),
        Rewriting(
            script: "update annals.entry set actor['name'] = '\"Katar\"' where actor is not null",
            position: 1
        ),
        Rewriting(
            script: "update annals.entry set salt = sha256('') || substr(salt, 33) where title = 'B'",
            position: 3
        ),
        Rewriting(
            script: "update annals.entry set appended_at = appended_at - interval '1 hour' where title = 'C'",
            position: 5
        ),
        Rewriting(
            script:
                "update annals.log set recorded_at = recorded_at + interval '1 microsecond' where position = 5",
            position: 5
        ),
        // The order of two entries that share no stream.
        Rewriting(
            script: """
                update annals.log set position = -position where position in (4, 5);
                update annals.log set position = position + 9 where position < 0;
                with times as (select position, recorded_at from annals.log where position in (4, 5))
                update annals.log l set recorded_at = t.recorded_at from times t
                 where l.position in (4, 5) and t.position = 9 - l.position
                """,
            position: 4,
            problem: "something in #4 to #5 is not what it was when the checkpoint was made"
        ),
        // An entry taken out, and those after it moved up.
        Rewriting(
            script: """
                delete from annals.entry where title = 'C';
                delete from annals.log where position = 5;
                update annals.log set position = position - 1 where position > 5;
                delete from annals.stream_entry where stream = 'china/pakistan';
                delete from annals.stream where id = 'china/pakistan'
                """,
            position: 5,
            problem: "something in #5 to #6 is not what it was when the checkpoint was made"
        ),
        // The last entry taken off, as if it had never been; what waited after it goes on from before it.
        Rewriting(
            script: """
                delete from annals.outbox;
                delete from annals.stream_entry s using annals.entry e
                 where (s.event_id, s.revision) = (e.event_id, e.revision) and e.title in ('D', 'E');
                delete from annals.entry where title in ('D', 'E');
                delete from annals.log where position = 7
                """,
            position: 7,
            problem: "the log ended at #7 when the checkpoint was made: its tail is gone"
        ),
    ]

    @Test(arguments: rewritings)
    func `is found out by a checkpoint, which names the place`(_ rewriting: Rewriting) throws {
        let log = try TamperedLog()
        try log.tamper(rewriting.script)
        try log.reseal()
        #expect(try log.findings() == [])
        #expect(try log.findingsInSQL() == [])
        let place = Position(rawValue: rewriting.position)
        let findings = try log.findings(against: log.checkpoint)
        #expect(findings.first == TamperedLog.Fault(position: place, problem: rewriting.problem))
        // What was taken out is missing at the end.
        let rest = findings.dropFirst().map(\.problem)
        #expect(rest == [] || rest == ["the log ended at #7 when the checkpoint was made: its tail is gone"])
    }

    @Test func `is found out even where entries were put in, and named from there on`() throws {
        let log = try TamperedLog()
        try log.tamper(
            """
            update annals.log set position = position + 100 where position > 3;
            update annals.log set position = position - 99 where position > 100;
            insert into annals.entry
            select (jsonb_populate_record(e, '{"event_id": "018f0000-0000-7000-0000-0000000000ff", "title": "forged",
                                               "streams": ["china/qatar"], "actors": ["china"],
                                               "recipients": ["qatar"], "versions": [1]}')).*
              from annals.entry e where title = 'B';
            insert into annals.stream_entry values ('china/qatar', 1, '018f0000-0000-7000-0000-0000000000ff', 1);
            insert into annals.stream values ('china/qatar');
            insert into annals.log select 4, '018f0000-0000-7000-0000-0000000000ff', 1, leaf, recorded_at
              from annals.log where position = 3
            """
        )
        try log.reseal()
        #expect(try log.findings() == [])
        #expect(try log.findingsInSQL() == [])
        #expect(
            try log.findings(against: log.checkpoint) == [
                TamperedLog.Fault(
                    position: Position(rawValue: 4),
                    problem: "something in #4 to #7 is not what it was when the checkpoint was made"
                )
            ]
        )
    }

    @Test func `is found out in a log longer than a checkpoint has blocks, by the block`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(1500))
        let checkpoint = try log.checkpoint()
        try log.record(try samples(5))
        let tampered = TamperedLog(log, checkpoint)
        #expect(try tampered.findings(against: checkpoint) == [])
        try tampered.tamper("update annals.entry set title = 'never' where title = 'event 100'")
        try tampered.reseal()
        #expect(
            try tampered.findings(against: checkpoint) == [
                TamperedLog.Fault(
                    position: Position(rawValue: 99),
                    problem: "something in #99 to #100 is not what it was when the checkpoint was made"
                )
            ]
        )
    }

    @Test func `is well when it only grew`() throws {
        let log = try TamperedLog()
        try log.log.sequence()
        for count in [1, 2, 5] {
            try log.log.record(try samples(count))
            #expect(try log.findings(against: log.checkpoint) == [])
        }
    }
}
