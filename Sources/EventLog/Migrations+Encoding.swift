package import Postgres

extension Migrations {
    /// The encoding of databases that hold annals: every name fits, and a text is hashed as the bytes it is stored as.
    private static let encoding = "UTF8"

    /// Refuses a database in another encoding.
    ///
    /// - Throws: `LogError.encoding`.
    package static func checkEncoding(_ connection: Connection) throws {
        let found = try connection.first("select current_setting('server_encoding') as encoding") {
            row throws(PostgresError) in try row["encoding", as: String.self]
        }
        if let found, found != encoding { throw LogError.encoding(found) }
    }
}
