package import Postgres

extension Verification {
    /// That everything in the catalogs that decides what the schemas hold, answer and let others do is as this program
    /// sets it up.
    func checkSchema(_ found: (Finding) throws -> Void) throws {
        let present = try log.connection.withNamesOfServer { connection throws(PostgresError) in
            try CatalogLine.all(in: connection)
        }
        for difference in CatalogDifference.all(between: CatalogLine.expected, and: present) {
            try found(Finding(.schema, problem: difference.problem))
        }
    }
}

extension Connection {
    /// Reads how the server writes names, definitions and queries, the same for every session.
    package func withNamesOfServer<Value>(
        _ read: (Connection) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        let before = try query(
            """
            select name, current_setting(name) as value
              from unnest(array['search_path', 'quote_all_identifiers', 'standard_conforming_strings']) as name
            """
        ) { row throws(PostgresError) in
            (name: try row[0, as: String.self], value: try row[1, as: String.self])
        }
        try execute(
            """
            select set_config('search_path', 'pg_catalog', true), set_config('quote_all_identifiers', 'off', true),
                   set_config('standard_conforming_strings', 'on', true)
            """
        )
        let value = try read(self)
        for setting in before {
            try execute("select set_config(\(setting.name), \(setting.value), true)")
        }
        return value
    }
}
