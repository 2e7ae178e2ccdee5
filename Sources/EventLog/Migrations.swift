import Annals
import Crypto
package import Logging
package import Postgres

/// Sets a database up and brings it up to date, from the SQL embedded in the program.
///
/// Tables come by numbered migrations, forward only, each once; functions and grants are replaced whenever
/// their text changed. All of it in one transaction, one process at a time.
package enum Migrations {
    private static let migrations = EmbeddedSchema.files.filter { $0.path.hasPrefix("migrations/") }
    private static let code =
        EmbeddedSchema.files.filter { $0.path.hasPrefix("functions/") || $0.path.hasPrefix("views/") }
        + EmbeddedSchema.files.filter { $0.path == "roles.sql" }
    private static let start = EmbeddedSchema.files.filter { $0.path == "schema.sql" }

    /// What a migration did.
    package struct Outcome: Sendable {
        /// The numbered migrations applied now.
        package let applied: [String]
        /// Whether functions and grants were replaced.
        package let replacedCode: Bool
    }

    /// Sets up or updates the database.
    ///
    /// - Throws: `LogError.tooNew` when a newer annals has been here, and `.encoding` when it is not in UTF-8.
    @discardableResult
    package static func run(_ connection: Connection, logger: Logger) throws -> Outcome {
        try checkEncoding(connection)
        return try connection.transaction {
            // One migration at a time, also of a database that has no annals yet.
            try connection.execute("select pg_advisory_xact_lock(1634627169, 1025)")
            if try state(connection) == .tooNew { throw LogError.tooNew }
            for file in start { try connection.run(script: file.text) }
            try connection.execute("set local role annals_owner")
            let applied = try applyMissing(connection, logger: logger)
            let replaced = try replaceCode(connection, logger: logger)
            try connection.execute("reset role")
            return Outcome(applied: applied, replacedCode: replaced)
        }
    }

    /// Refuses a database that is not set up for this annals.
    ///
    /// - Returns: where its log ends, which comes by the same round trip.
    package static func check(_ connection: Connection) throws -> LogHead {
        do {
            let found = try connection.first(
                """
                select \(raw: stateColumns), \(raw: LogHead.columns)
                  from annals.log_head h order by h.position desc limit 1
                """
            ) { row throws(PostgresError) in (state: try state(row), head: try LogHead(row)) }
            guard let found else { throw LogError.noSchema }
            try refuse(found.state)
            return found.head
        } catch let error as PostgresError {
            // Nothing is set up, or it was by an annals whose tables were others.
            if [.undefinedTable, .undefinedColumn].contains(error.state) { try refuse(state(connection)) }
            throw error
        }
    }

    private static func refuse(_ state: State) throws {
        switch state {
        case .current: return
        case .absent: throw LogError.noSchema
        case .outdated: throw LogError.outdated
        case .tooNew: throw LogError.tooNew
        }
    }

    private enum State { case absent, outdated, current, tooNew }

    private static func state(_ connection: Connection) throws -> State {
        let isSetUp = try connection.first("select to_regclass('annals.schema_code') is not null as found") {
            row throws(PostgresError) in try row["found", as: Bool.self]
        }
        guard isSetUp == true else { return .absent }
        return try connection.first("select \(raw: stateColumns)") { row throws(PostgresError) in
            try state(row)
        } ?? .absent
    }

    private static let stateColumns = """
        (select max(number) from annals.schema_migration) as number, (select sha256 from annals.schema_code) as code
        """

    private static func state(_ row: Row) throws(PostgresError) -> State {
        let number = Int(try row["number", as: Int32?.self] ?? 0)
        if number > migrations.count { return .tooNew }
        let code: [UInt8]? = try row["code"]
        return number == migrations.count && code == codeDigest ? .current : .outdated
    }

    private static let codeDigest = Array(
        SHA256.hash(data: code.flatMap { Array("\($0.path)\0\($0.text)\0".utf8) })
    )

    private static func applyMissing(_ connection: Connection, logger: Logger) throws -> [String] {
        let done = try connection.query("select number from annals.schema_migration") {
            row throws(PostgresError) in
            Int(try row["number", as: Int32.self])
        }
        var applied: [String] = []
        for (index, file) in migrations.enumerated() where !done.contains(index + 1) {
            logger.debug("applying \(file.path)")
            try connection.run(script: file.text)
            let digest = Array(SHA256.hash(data: Array(file.text.utf8)))
            try connection.execute(
                """
                insert into annals.schema_migration (number, name, sha256)
                values (\(Int32(index + 1)), \(file.path), \(digest))
                """
            )
            applied.append(file.path)
        }
        return applied
    }

    private static func replaceCode(_ connection: Connection, logger: Logger) throws -> Bool {
        let found = try connection.first("select sha256 from annals.schema_code") {
            row throws(PostgresError) in
            try row["sha256", as: [UInt8].self]
        }
        guard found != codeDigest else { return false }
        for file in code {
            logger.debug("replacing \(file.path)")
            try connection.run(script: file.text)
        }
        try mirror(Rulebook.one, connection)
        try connection.execute(
            """
            insert into annals.schema_code (sha256) values (\(codeDigest))
            on conflict (singleton) do update set sha256 = excluded.sha256, replaced_at = now()
            """
        )
        return true
    }

    /// Grants everybody their rights again, on tables that are new.
    package static func grant(_ connection: Connection) throws {
        for file in code where file.path == "roles.sql" { try connection.run(script: file.text) }
    }

    /// Writes the rulebook into the database, for SQL users.
    private static func mirror(_ rulebook: Rulebook, _ connection: Connection) throws {
        try connection.execute("delete from annals.facet where rulebook = \(Int32(rulebook.version))")
        for (ordinal, rule) in rulebook.facets.enumerated() {
            let key: String? =
                switch rule.key {
                case .none: nil
                case .required(let what), .optional(let what): what
                }
            for value in rule.values {
                try connection.execute(
                    """
                    insert into annals.facet (rulebook, ordinal, facet, direction, key, method, stale_after,
                                              value, level, rank, lapses_after)
                    values (\(Int32(rulebook.version)), \(Int16(ordinal)), \(rule.facet.rawValue),
                            \(rule.direction.rawValue), \(key), \(rule.method.rawValue),
                            \(rule.staleAfter.map(Int32.init)), \(value.name), \(value.level.map(Int16.init)),
                            \(Int16(value.rank)), \(value.lapsesAfter.map(Int32.init)))
                    """
                )
            }
        }
    }
}
