import Postgres

extension Verification {
    /// That every index has as many rows as its table has for it: what an index leaves out, no answer that is found
    /// by it can have.
    func checkIndexes(_ found: (Finding) throws -> Void) throws {
        let connection = log.connection
        let indexes = try connection.withNamesOfServer { connection throws(PostgresError) in
            try connection.query(Self.indexes) { row throws(PostgresError) in
                Index(
                    name: try row["name"],
                    table: try row["table"],
                    order: try row["order"],
                    rows: try row["rows"]
                )
            }
        }
        let ways = ["seqscan", "indexscan", "indexonlyscan", "bitmapscan", "sort", "incremental_sort"]
        func allow(_ allowed: [String]) throws {
            for way in ways {
                try connection.execute(
                    "set local enable_\(raw: way) = \(raw: allowed.contains(way) ? "on" : "off")"
                )
            }
        }
        for index in indexes {
            try allow(["seqscan"])
            let stored = try count("select count(*) from \(raw: index.table) where \(raw: index.rows)")
            try allow(["indexscan", "indexonlyscan"])
            let indexed = try count(
                """
                select count(*)
                  from (select from \(raw: index.table) where \(raw: index.rows)
                         order by \(raw: index.order) offset 0) as found
                """
            )
            guard stored != indexed else { continue }
            let problem = """
                the index \(index.name) leads to \(indexed) rows of \(index.table), which has \(stored) for it: answers \
                found by it are wrong until REINDEX INDEX \(index.name)
                """
            try found(Finding(.index, problem: problem))
        }
        try allow(ways)
    }

    private struct Index {
        let name: String
        let table: String
        /// Its columns, by which its table is read along it.
        let order: String
        /// The condition for a row to be in it.
        let rows: String
    }

    private func count(_ query: Query) throws -> Int64 {
        try log.connection.first(query) { row throws(PostgresError) in try row[0, as: Int64.self] } ?? 0
    }

    private static let indexes: Query = """
        select c.oid::regclass::text as name, x.indrelid::regclass::text as "table",
               (select string_agg(pg_get_indexdef(x.indexrelid, n, false), ', ' order by n)
                  from generate_series(1, x.indnkeyatts) as n) as "order",
               coalesce(pg_get_expr(x.indpred, x.indrelid), 'true') as rows
          from pg_index x join pg_class c on c.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
         where t.relnamespace = (select oid from pg_namespace where nspname = 'annals')
           and t.relkind = 'r' and x.indisvalid and c.relam = (select oid from pg_am where amname = 'btree')
         order by 2, 1
        """
}
