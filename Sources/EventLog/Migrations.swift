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
    /// - Throws: `LogError.tooNew` when a newer annals has been here, `.other` when one with other tables has.
    @discardableResult
    package static func run(_ connection: Connection, logger: Logger) throws -> Outcome {
        try connection.transaction {
            // One migration at a time, also of a database that has no annals yet.
            try connection.execute("select pg_advisory_xact_lock(1634627169, 1025)")
            switch try state(connection) {
            case .tooNew: throw LogError.tooNew
            case .other(let what): throw LogError.other(what)
            case .absent, .outdated, .otherBuild, .current: break
            }
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
        case .otherBuild: throw LogError.otherBuild
        case .tooNew: throw LogError.tooNew
        case .other(let what): throw LogError.other(what)
        }
    }

    private enum State {
        case absent, outdated, otherBuild, current, tooNew
        /// By an annals that is neither older nor newer; and what it has otherwise.
        case other(String)
    }

    private static func state(_ connection: Connection) throws -> State {
        let isSetUp = try connection.first("select to_regclass('annals.schema_code') is not null as found") {
            row throws(PostgresError) in try row["found", as: Bool.self]
        }
        guard isSetUp == true else { return .absent }
        return try connection.first("select \(raw: stateColumns)") { row throws(PostgresError) in
            try state(row)
        } ?? .absent
    }

    /// What was applied, and which release of functions and grants; of a table that has no such column yet, none.
    private static let stateColumns = """
        array(select number from annals.schema_migration order by number) as numbers,
        array(select encode(sha256, 'hex') from annals.schema_migration order by number) as digests,
        (select sha256 from annals.schema_code) as code,
        (select (to_jsonb(c) ->> 'release')::integer from annals.schema_code c) as release
        """

    private static func state(_ row: Row) throws(PostgresError) -> State {
        let numbers = try row["numbers", as: [Int32].self].map(Int.init)
        let digests: [String] = try row["digests"]
        let code: [UInt8]? = try row["code"]
        let release = Int(try row["release", as: Int32?.self] ?? 0)
        if numbers.contains(where: { $0 > migrations.count }) || release > Release.current.number {
            return .tooNew
        }
        // A migration is applied once: one with another text was another program's.
        for (number, digest) in zip(numbers, digests) {
            guard number > 0 else { continue }
            let file = migrations[number - 1]
            if digest != Self.digest(of: file.text).hexadecimal { return .other(file.path) }
        }
        guard numbers.count == migrations.count else { return .outdated }
        if code == codeDigest { return .current }
        return release == Release.current.number ? .otherBuild : .outdated
    }

    private static func digest(of text: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)))
    }

    /// Over the functions, views and grants of this program.
    package static let codeDigest = Array(
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
            let digest = digest(of: file.text)
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
            insert into annals.schema_code (sha256, release) values (\(codeDigest), \(Int32(Release.current.number)))
            on conflict (singleton)
                do update set sha256 = excluded.sha256, release = excluded.release, replaced_at = now()
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
        for value in MirroredValue.all(of: rulebook) {
            try connection.execute(
                """
                insert into annals.facet (rulebook, \(raw: MirroredValue.columns))
                values (\(Int32(rulebook.version)), \(value.ordinal), \(value.facet), \(value.direction),
                        \(value.key), \(value.method), \(value.staleAfter), \(value.value), \(value.level),
                        \(value.rank), \(value.lapsesAfter))
                """
            )
        }
    }
}
