import FoundationEssentials
import Postgres
import Support

/// A directory for files to import, removed with what is in it, and somebody who works there.
final class ImportFolder {
    let path: String
    let user: User
    let database: TestDatabase
    private let connection: Connection

    /// A folder beside a database, a new one unless one is given.
    ///
    /// - Parameter actors: lines of actors that it is to know.
    init(of database: TestDatabase? = nil, actors: String? = nil) throws {
        path = try TemporaryDirectory.make(prefix: "annals-import-")
        let database = try database ?? TestDatabase()
        self.database = database
        connection = try database.connect()
        var user = User(of: database)
        user.directory = path
        self.user = user
        if let actors { try user.append(actors) }
    }

    deinit {
        TemporaryDirectory.remove(path)
    }

    /// Writes a file, or replaces what is there.
    func write(_ name: String, _ text: String) throws {
        try write(name, bytes: Array(text.utf8))
    }

    /// Writes a file of bytes.
    func write(_ name: String, bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    }

    /// The text of a file.
    func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    /// What is in it.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    /// Imports a file of it.
    func annalsImport(_ arguments: String...) throws -> Outcome {
        try user.annals(["import"] + arguments)
    }

    /// Titles of the events in the log, in its order.
    func titles() throws -> [String] {
        try strings(
            """
            select e.title from annals.log l join annals.entry e using (event_id, revision)
             where e.title is not null order by l.position
            """
        )
    }

    /// Everything the database holds, a line a table: to be compared with itself.
    func everything() throws -> [String] {
        let tables = try strings(
            "select quote_ident(tablename) from pg_tables where schemaname = 'annals' order by 1"
        )
        return try tables.map { table in
            let rows = try strings(
                Query(raw: "select md5(string_agg(t::text, ' ' order by t::text)) from annals.\(table) as t")
            )
            return "\(table) \(rows)"
        }
    }

    /// What the log says in its order, without what differs from one writing to the next: times and salt.
    func content() throws -> [String] {
        try strings(
            """
            select (to_jsonb(e) - '{appended_at,salt,digest}'::text[])::text
              from annals.log l join annals.entry e using (event_id, revision) order by l.position
            """
        )
    }

    /// The first column of what a query finds, without nulls.
    func strings(_ query: Query) throws -> [String] {
        try connection.query(query) { row throws(PostgresError) in try row[0, as: String?.self] }
            .compactMap(\.self)
    }

    /// How many imports wait for a lock.
    func waitingImports() throws -> Int {
        try strings(
            """
            select pid::text from pg_stat_activity
             where datname = current_database() and application_name = 'annals/import' and wait_event = 'advisory'
            """
        ).count
    }
}
