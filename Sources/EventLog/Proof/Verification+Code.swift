import Postgres

extension Verification {
    /// That the functions answers come from are those of this program.
    func checkCode(_ found: (Finding) throws -> Void) throws {
        var expected = Self.functions
        let present = try log.connection.query(
            """
            select proname::text as name, prosrc as body, coalesce(proconfig, '{}') as settings from pg_proc
             where pronamespace = 'annals'::regnamespace order by proname
            """
        ) { row throws(PostgresError) in
            (
                name: try row["name", as: String.self], body: try row["body", as: String.self],
                settings: try row["settings", as: [String].self]
            )
        }
        for function in present {
            let own = expected.removeValue(forKey: function.name)
            if own?.isThat(of: function.body, function.settings) != true {
                try found(
                    Finding(
                        position: nil,
                        problem: "the function annals.\(function.name) is not that of this program"
                    )
                )
            }
        }
        for name in expected.keys.sorted() {
            try found(Finding(position: nil, problem: "the function annals.\(name) is missing"))
        }
    }

    /// What a file of the schema says of a function.
    private struct Function {
        let header: Substring
        let body: Substring

        func isThat(of body: String, _ settings: [String]) -> Bool {
            self.body == body[...]
                && header.split(separator: " SET ").count == settings.count + 1
                && settings.allSatisfy { setting in
                    let parts = setting.split(separator: "=", maxSplits: 1)
                    return header.contains(" SET " + parts.joined(separator: " = "))
                }
        }
    }

    /// The functions of the schema by their names without their schema.
    private static let functions: [String: Function] = {
        var functions: [String: Function] = [:]
        for file in EmbeddedSchema.files where !file.path.hasPrefix("views/") {
            for part in file.text.split(separator: "FUNCTION annals.").dropFirst() {
                let pieces = part.split(separator: "$$", maxSplits: 2, omittingEmptySubsequences: false)
                guard pieces.count == 3, let name = pieces[0].split(separator: "(").first else { continue }
                functions[String(name)] = Function(header: pieces[0], body: pieces[1])
            }
        }
        return functions
    }()
}
