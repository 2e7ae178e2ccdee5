package import Postgres

extension PrivateCluster {
    /// Makes a database of the running cluster unless it is there, whoever makes it at the same moment.
    package func createDatabase(_ name: String) throws(PostgresError) {
        let server = try Connection(
            ConnectionParameters(
                connectionString(database: "postgres"),
                applicationName: "annals/init"
            )
        )
        guard try !has(name, server) else { return }
        do {
            try server.run(script: "create database \(name)")
        } catch {
            // Somebody else was sooner: then it is there now.
            guard try has(name, server) else { throw error }
        }
    }

    private func has(_ name: String, _ server: Connection) throws(PostgresError) -> Bool {
        try server.first("select exists (select from pg_database where datname = \(name)) as found") {
            row throws(PostgresError) in try row["found"]
        } ?? false
    }
}
