import Annals
import EventLog
import Postgres

extension Replay {
    /// The version that is being built, and how far it is.
    struct Building {
        let version: Int32
        var reached: Position
    }

    /// The version a stopped replay left, if it can be gone on with, else a new and empty one.
    ///
    /// It can be if it was built by the same rulebook, migrations and functions: what the log says of the rest is
    /// then what it would have said of all.
    func beginOrContinue() throws -> Building {
        try log.connection.transaction {
            try log.connection.execute("set local role annals_owner")
            if let left = try leftBehind() {
                stage(.continuing(from: left.reached))
                return left
            }
            try dropBuilding()
            return try begin()
        }
    }

    /// Applies the log as far as it goes now, page by page, each committed together with how far it is.
    func catchUp(_ building: inout Building) throws {
        let connection = log.connection
        let end = try log.head().position
        var page = try page(after: building.reached, upTo: end)
        while let current = page {
            page = try connection.transaction {
                try connection.execute("set local role annals_owner")
                try connection.execute("set local search_path = annals_replay, annals")
                // A crash of the server may take the last pages, and how far it was with them.
                try connection.execute("set local synchronous_commit = off")
                let following = try apply(current, upTo: end)
                try connection.execute(
                    "update annals.projection set position = \(current.last) where version = \(building.version)"
                )
                return following
            }
            building.reached = current.last
            progress(current.last.rawValue, end.rawValue)
        }
    }

    /// Builds the indexes that the tables were filled without, named as the live ones.
    func buildSearchIndexes() throws {
        let missing = try log.connection.query(
            """
            select regexp_replace(pg_get_indexdef(x.indexrelid), ' ON annals\\.', ' ON annals_replay.') as statement
              from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
             where t.relnamespace = 'annals'::regnamespace and t.relname = any(\(Self.tableNames))
               and not x.indisunique
               and not exists (select from pg_class made where made.relnamespace = 'annals_replay'::regnamespace
                                                           and made.relname = i.relname)
            """
        ) { row throws(PostgresError) in try row["statement", as: String.self] }
        for statement in missing {
            try log.connection.transaction {
                try log.connection.execute("set local role annals_owner")
                try log.connection.execute(Query(raw: statement))
            }
        }
    }

    /// Throws away what a stopped replay left; needs the owner's role.
    func dropBuilding() throws {
        for table in Self.tableNames {
            try log.connection.execute("drop table if exists annals_replay.\(raw: table)")
        }
        try log.connection.execute("delete from annals.projection where status = 'building'")
    }

    private func leftBehind() throws -> Building? {
        try log.connection.first(
            """
            select version, position from annals.projection
             where status = 'building' and rulebook = \(Int32(log.rulebook.version))
               and schema = \(raw: Self.schemaDigest)
               and position <= (select max(position) from annals.log_head)
               and (select count(*) from pg_class
                     where relnamespace = 'annals_replay'::regnamespace
                       and relname = any(\(Self.tableNames))) = \(Int64(Self.tables.count))
            """
        ) { row throws(PostgresError) in
            Building(version: try row["version"], reached: try row["position"])
        }
    }

    private func begin() throws -> Building {
        let connection = log.connection
        for table in Self.tableNames {
            try connection.execute(
                "create table annals_replay.\(raw: table) (like annals.\(raw: table) including all)"
            )
        }
        try dropSearchIndexes(in: "'annals_replay'::regnamespace")
        for statement in try completions() { try connection.execute(Query(raw: statement)) }
        let version = try connection.first(
            """
            insert into annals.projection (name, version, status, position, rulebook, schema)
            select name, max(version) + 1, 'building', 0, \(Int32(log.rulebook.version)),
                   \(raw: Self.schemaDigest)
              from annals.projection group by name
            returning version
            """
        ) { row throws(PostgresError) in try row["version", as: Int32.self] }
        guard let version else { throw LogError.noSchema }
        return Building(version: version, reached: Position(rawValue: 0))
    }

    /// What LIKE leaves out: the names of indexes, and the comments on tables.
    private func completions() throws -> [String] {
        try log.connection.query(
            """
            select format('alter index annals_replay.%I rename to %I', made.indexname, live.indexname) as statement
              from pg_indexes made join pg_indexes live using (tablename)
             where made.schemaname = 'annals_replay' and live.schemaname = 'annals'
               and made.indexname <> live.indexname
               and substring(made.indexdef from ' USING .*') = substring(live.indexdef from ' USING .*')
            union all
            select format('comment on table annals_replay.%I is %L', relname, obj_description(oid, 'pg_class'))
              from pg_class
             where relnamespace = 'annals'::regnamespace and relname = any(\(Self.tableNames))
            """
        ) { row throws(PostgresError) in try row["statement"] }
    }

    /// What a version is built with, in SQL: the migrations and functions of this database.
    private static let schemaDigest = """
        (select sha256((select string_agg(sha256, '' order by number) from annals.schema_migration) || sha256)
           from annals.schema_code)
        """
}
