package import Annals
import EventLog
import Postgres

extension Replay {
    /// What a check found in a table.
    package struct Finding: Sendable {
        /// The projection table.
        package let table: String
        /// How many rows the replay gave.
        package let rows: Int64
        /// How many rows differ: stand in only one of the two, or say something else.
        package let differing: Int64
        /// The first few of those.
        package let differences: [Difference]
    }

    /// Differences told of each table; the rest is counted.
    private static let mostTold: Int64 = 5

    /// Rebuilds the projections beside the live ones and compares them row by row.
    ///
    /// It sees log and projections at the same position whoever appends meanwhile.
    package func check() throws -> (position: Position, findings: [Finding]) {
        try onScratchTables {
            let head = try log.head().position
            try fill(upTo: head)
            return (head, try Self.tables.map(compare))
        }
    }

    private func compare(_ table: Table) throws -> Finding {
        stage(.comparing(table.name))
        let (rows, areEqual) = try look(at: table)
        guard !areEqual else { return Finding(table: table.name, rows: rows, differing: 0, differences: []) }
        let found = try log.connection.query(differences(of: table)) { row throws(PostgresError) in
            (count: try row["differing", as: Int64.self], difference: try Difference(row))
        }
        return Finding(
            table: table.name,
            rows: rows,
            differing: found.first?.count ?? 0,
            differences: found.map(\.difference)
        )
    }

    /// How many rows the replay gave, and whether the live table has the same and nothing else.
    ///
    /// That is nearly always so, and one pass tells; which rows differ takes several. A row somebody put in twice
    /// meets its replayed one twice.
    private func look(at table: Table) throws -> (rows: Int64, areEqual: Bool) {
        try log.connection.first(
            """
            select (select count(*) from pg_temp.\(raw: table.name)) as rows,
                   count(*) filter (where l is distinct from r) as differing, count(r) as met
              from annals.\(raw: table.name) as l
              full join pg_temp.\(raw: table.name) as r using (\(raw: table.key.joined(separator: ", ")))
            """
        ) { row throws(PostgresError) in
            let rows: Int64 = try row["rows"]
            let differing: Int64 = try row["differing"]
            let met: Int64 = try row["met"]
            return (rows, differing == 0 && met == rows)
        } ?? (0, false)
    }

    /// The rows that stand in only one of the two tables, paired by their key.
    ///
    /// Rows are compared as a whole and counted, so that a row somebody put in twice is found as well.
    private func differences(of table: Table) -> Query {
        let key = table.key.joined(separator: ", ")
        return """
            with live as (
                select to_jsonb(x) as row, jsonb_build_array(\(raw: key)) as key,
                       row_number() over (partition by \(raw: key)) as copy
                  from (select * from annals.\(raw: table.name)
                        except all select * from pg_temp.\(raw: table.name)) as x
            ), replayed as (
                select to_jsonb(x) as row, jsonb_build_array(\(raw: key)) as key,
                       row_number() over (partition by \(raw: key)) as copy
                  from (select * from pg_temp.\(raw: table.name)
                        except all select * from annals.\(raw: table.name)) as x
            ), paired as (
                select l.row as live, r.row as replayed, coalesce(r.row, l.row) as told,
                       count(*) over () as differing
                  from live l full join replayed r using (key, copy)
                 order by key, copy limit \(Self.mostTold)
            )
            select differing, live is not null as stands_live, replayed is not null as stands_replayed,
                   coalesce(told ->> 'stream', told ->> 'slug') as stream,
                   told ->> 'event_id' as event, (told ->> 'revision')::integer as revision,
                   (select l.position from annals.log l
                     where l.event_id = (told ->> 'event_id')::uuid
                       and l.revision = (told ->> 'revision')::integer) as position,
                   array(select c from jsonb_object_keys(told) as c
                          where live -> c is distinct from replayed -> c order by c) as columns,
                   array(select live ->> c from jsonb_object_keys(told) as c
                          where live -> c is distinct from replayed -> c order by c) as live,
                   array(select replayed ->> c from jsonb_object_keys(told) as c
                          where live -> c is distinct from replayed -> c order by c) as replayed
              from paired
            """
    }
}
