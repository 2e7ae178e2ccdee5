import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `What is there for people with SQL` {
    private static let views = ["event", "relationship_state", "dyad_year"]

    @Test func `answers the same after a replay has put other tables in place, and holds none up`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 71, relationships: 12, entriesEach: 10).chronicle.write(to: log)
        // One session, which has plans from before.
        let before = try Self.views.map { try log.digest(of: $0) }
        try Replay(log).swapIn()
        #expect(try Self.views.map { try log.digest(of: $0) } == before)
        try Replay(log).swapIn()
        #expect(try Self.views.map { try log.digest(of: $0) } == before)
        #expect(Set(before).count == Self.views.count)
    }

    @Test func `has today's state in relationship_state`() throws {
        let log = try TestDatabase().openLog()
        try RandomRecord(seed: 72, relationships: 12, entriesEach: 10).chronicle.write(to: log)
        let differing = try log.connection.query(
            """
            select concat_ws('/', actor1, actor2) as relationship, facet, key, value, alternatives::text
              from annals.relationship_state
            except all
            select relationship, facet, key, value, alternatives::text
              from annals.network_at((now() at time zone 'UTC')::date)
            """
        ) { row throws(PostgresError) in try row[0, as: String.self] }
        #expect(differing.isEmpty)
    }

    @Test func `says of every view what it is`() throws {
        let unsaid = try TestDatabase().connect().query(
            """
            select relname::text as name from pg_class
             where relnamespace = 'annals'::regnamespace and relkind = 'v' and obj_description(oid) is null
            """
        ) { row throws(PostgresError) in try row["name", as: String.self] }
        #expect(unsaid.isEmpty)
    }
}

extension Log {
    fileprivate func digest(of view: String) throws -> String {
        try connection.first(
            """
            select count(*) || ' ' || md5(string_agg(v::text, ';' order by v::text collate "C")) as digest
              from annals.\(raw: view) v
            """
        ) { row throws(PostgresError) in try row["digest", as: String.self] } ?? ""
    }
}
