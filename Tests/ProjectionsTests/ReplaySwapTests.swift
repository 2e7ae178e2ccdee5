import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `Putting replayed projections in place` {
    @Test(arguments: [11, 12] as [UInt64])
    func `changes no answer`(_ seed: UInt64) throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: seed, relationships: 20, entriesEach: 8)
        try record.chronicle.write(to: log, inBatchesOf: 5)
        let questions = record.questions(
            known: stride(from: 0, through: record.chronicle.head.rawValue, by: 13)
        )
        let before = try log.answers(to: questions)

        #expect(try Replay(log).swapIn() == record.chronicle.head)
        #expect(try log.answers(to: questions) == before)
        #expect(try Replay(log).check().findings.allSatisfy { $0.differing == 0 })
        // And once more, over tables that were put in place by a replay.
        try Replay(log).swapIn()
        #expect(try log.answers(to: questions) == before)
    }

    @Test func `repairs what was changed behind the log's back`() throws {
        let log = try TestDatabase().openLog()
        let record = try RandomRecord(seed: 4, relationships: 10, entriesEach: 8)
        try record.chronicle.write(to: log)
        let questions = record.questions(known: [record.chronicle.head.rawValue])
        let before = try log.answers(to: questions)
        try log.connection.execute(
            "update annals.effect set value = 'forged', begin_latest = begin_latest + 1"
        )
        try log.connection.execute("delete from annals.lane")
        try Replay(log).swapIn()
        #expect(try log.answers(to: questions) == before)
    }

    @Test func `leaves tables like those that migrations made`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 4, relationships: 3, entriesEach: 8).chronicle.write(to: log)
        let before = try log.connection.shapeOfProjections()
        try Replay(log).swapIn()
        #expect(try log.connection.shapeOfProjections() == before)
        try Replay(log).swapIn()
        #expect(try log.connection.shapeOfProjections() == before)
    }

    @Test func `leaves such tables also when it goes on where one before it was stopped`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 4, relationships: 3, entriesEach: 8).chronicle.write(to: log)
        let before = try log.connection.shapeOfProjections()
        let replay = Replay(log)
        // After the tables were filled, then after their indexes were built as well.
        for hasIndexes in [false, true] {
            var building = try replay.beginOrContinue()
            try replay.catchUp(&building)
            if hasIndexes { try replay.buildSearchIndexes() }
            try replay.swapIn()
            #expect(try log.connection.shapeOfProjections() == before)
        }
    }

    @Test func `keeps the rights somebody granted`() throws {
        let log = try TestDatabase().openLog()
        try log.connection.execute("grant select, update on annals.effect to annals_writer with grant option")
        try log.connection.execute("grant select on annals.lane to public")
        try log.connection.execute("revoke select on annals.activity from annals_writer")
        let before = try log.connection.shapeOfProjections()
        try Replay(log).swapIn()
        #expect(try log.connection.shapeOfProjections() == before)
    }

    @Test func `refuses while a view would go on reading the old tables, and names it`() throws {
        let log = try TestDatabase().openLog()
        try log.connection.execute("create view public.wars as select * from annals.effect where level = -2")
        let refusal = #expect(throws: ReplayError.self) { try Replay(log).swapIn() }
        #expect(refusal == .dependents(["rule _RETURN on view public.wars"]))
        #expect(try ProjectionVersion.all(in: log).count == 1)
        try log.connection.execute("drop view public.wars")
        try Replay(log).swapIn()
    }

    @Test func `is done by one replay at a time`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        let other = try database.connect()
        try other.execute("select pg_advisory_lock(1634627169, 1026)")
        #expect(throws: ReplayError.underWay) { try Replay(log).swapIn() }
        try other.execute("select pg_advisory_unlock(1634627169, 1026)")
        try Replay(log).swapIn()
        try Replay(database.openLog()).swapIn()
    }
}

extension RandomRecord {
    /// Every stream on every day, as known at each of some positions.
    func questions(known: some Sequence<Int64>) -> [Question] {
        known.flatMap { known in
            streams.flatMap { stream in
                Self.days.map {
                    Question(stream: stream, asOf: AsOf(at: $0, known: Position(rawValue: known)))
                }
            }
        }
    }
}

extension Connection {
    /// Columns, indexes, comments, owners, rights and storage options of the projection tables.
    fileprivate func shapeOfProjections() throws -> [String] {
        try query(
            """
            with projection as (
                select * from pg_class
                 where relnamespace = 'annals'::regnamespace and relname = any(\(`A replay of the log`.tables))
            )
            select concat_ws(' ', relname, 'is', pg_get_userbyid(relowner), relacl, reloptions, obj_description(oid))
              from projection
            union all
            select concat_ws(' ', attrelid::regclass, attnum, attname, format_type(atttypid, atttypmod),
                             attnotnull, attcollation::regcollation, col_description(attrelid, attnum))
              from pg_attribute join projection p on p.oid = attrelid where attnum > 0
            union all
            select indexdef from pg_indexes
             where schemaname = 'annals' and tablename in (select relname from projection)
            union all
            select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(c.oid))
              from pg_constraint c join projection p on p.oid = conrelid
            order by 1
            """
        ) { row in try row[0, as: String.self] }
    }
}
