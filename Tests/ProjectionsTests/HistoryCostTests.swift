import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

/// Reading of a history takes what is shown, however long it is.
///
/// Counted, not timed: the pages of tables and indexes that the server looks at are the same on every machine. They
/// are counted for all of the database, so that one test is run after the other.
@Suite(.serialized) struct `What is read of a history of 20,000 events` {
    private static let written = Result {
        let database = try TestDatabase()
        let connection = try database.connect()
        try connection.run(script: LongHistories.script)
        try connection.execute("vacuum analyze")
        return database
    }

    @Test(arguments: [10, 10_000, 24_000] as [Int64])
    func `for a page of 40 anywhere in it is little, now and as known long ago`(_ known: Int64) throws {
        let known = Position(rawValue: known)
        let stream = try StreamID.named("qatar/taliban")
        for first in [
            .distantPast, try Day.written("1975-05-05"), try .written("1996-01-01"),
            try .written("2024-06-01"),
        ] {
            for last in [Day.distantFuture, try .written("2024-06-30")] {
                try expectLittle("from \(first) to \(last) as known at \(known)") { log in
                    let page = try History(log).page(
                        of: stream,
                        known: known,
                        begun: first...last,
                        after: HistoryPlace(begin: first...first, position: Position(rawValue: 5)),
                        limit: 40
                    )
                    #expect(page.count <= 40)
                }
                try expectLittle("the last from \(first) to \(last) as known at \(known)") { log in
                    let page = try History(log).lastPage(
                        of: stream,
                        known: known,
                        begun: first...last,
                        limit: 40
                    )
                    #expect(page.count == 40 || known.rawValue == 10 || first.isFinite)
                }
            }
        }
    }

    @Test func `recorded in no order is little as well`() throws {
        let stream = try StreamID.named("iran/taliban")
        for known in [20_010, 20_400, 22_000].map(Position.init(rawValue:)) {
            let always = Day.distantPast...Day.distantFuture
            try expectLittle("as known at \(known)") { log in
                _ = try History(log).page(of: stream, known: known, begun: always, after: nil, limit: 40)
            }
            try expectLittle("the last as known at \(known)") { log in
                _ = try History(log).lastPage(of: stream, known: known, begun: always, limit: 40)
            }
        }
    }

    @Test(arguments: [10, 10_000, 24_000] as [Int64])
    func `for its span is little`(_ known: Int64) throws {
        let first = try Day.written("1970-01-01")
        try expectLittle("as known at #\(known)") { log in
            let span = try History(log).span(
                of: .named("qatar/taliban"),
                known: Position(rawValue: known)
            )
            #expect(span?.lowerBound == first)
        }
    }

    @Test(arguments: [10, 10_000, 24_000] as [Int64])
    func `for the days on which it turned is little`(_ known: Int64) throws {
        try expectLittle("as known at #\(known)") { log in
            let days = try Answers(log).turningDays(
                of: .named("qatar/taliban"),
                within: .written("1990-01-01") ... .written("2020-12-31"),
                known: Position(rawValue: known),
                most: 50
            )
            #expect(days?.count == (known == 10 ? 1 : nil))
        }
    }

    /// Expects some reading to look at few pages of the tables, and to look through none of them.
    private func expectLittle(_ what: String, _ read: (Log) throws -> Void) throws {
        let log = try Self.written.get().openLog()
        try read(log)
        let before = try log.connection.pagesLookedAt()
        try read(log)
        let after = try log.connection.pagesLookedAt()
        #expect(after.pages - before.pages < 600, "\(what): \(after.pages - before.pages) pages")
        #expect(after.scans == before.scans, "\(what)")
    }
}

extension Connection {
    /// How many pages of the tables and their indexes this session has looked at, and tables it looked through.
    fileprivate func pagesLookedAt() throws -> (pages: Int64, scans: Int64) {
        try execute("select pg_stat_force_next_flush()")
        try execute("select pg_stat_clear_snapshot()")
        let found = try first(
            """
            select sum(heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit)::bigint as pages,
                   (select sum(seq_scan)::bigint from pg_stat_user_tables
                     where relname in ('effect', 'entry', 'log', 'known_month', 'occurrence', 'stream')) as scans
              from pg_statio_user_tables where schemaname = 'annals'
            """
        ) { row in (pages: try row["pages", as: Int64.self], scans: try row["scans", as: Int64.self]) }
        return try #require(found)
    }
}
