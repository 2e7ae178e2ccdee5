/// Which server to connect to, as whom, and by what name.
package struct ConnectionParameters: Sendable {
    /// A URI (`postgresql://…`), a keyword string (`host=… dbname=…`), the name of a database, or nothing.
    ///
    /// What it leaves out comes from where libpq looks: `PG*` variables, service file, password file.
    package var connectionString: String

    /// The name to show in `pg_stat_activity`, unless the connection string or `PGAPPNAME` gives one.
    package var applicationName: String

    /// The longest connecting to one address may take, in seconds, unless the connection string or
    /// `PGCONNECT_TIMEOUT` says otherwise; nil for as long as the network lets it.
    package var connectTimeout: Int?

    /// The longest a statement may take, in milliseconds; nil for what the server says.
    package var statementTimeout: Int?

    package init(_ connectionString: String = "", applicationName: String) {
        self.connectionString = connectionString
        self.applicationName = applicationName
    }

    /// The options in libpq's words.
    var options: [(keyword: String, value: String)] {
        [
            ("fallback_application_name", applicationName),
            // A server that is gone without a word is noticed within a minute.
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
        ] + (connectTimeout.map { [("connect_timeout", String($0))] } ?? []) + [
            ("dbname", connectionString),
            // After the connection string, because later ones count: text is decoded as UTF-8.
            ("client_encoding", "UTF8"),
        ]
    }
}

extension ConnectionParameters {
    /// What is wrong with the connection string, if anything, in words that give no part of a password away.
    var problem: String? {
        guard !connectionString.utf8.contains(0), !applicationName.utf8.contains(0) else {
            return "the connection string contains a NUL character"
        }
        if !isURI, let scheme = connectionString.firstRange(of: "://"), !connectionString.contains("=") {
            let written = connectionString[..<scheme.lowerBound]
            return "the connection string begins with \(written)://, and not with postgresql://".onOneLine
        }
        // Anything else is the name of a database.
        guard isURI || connectionString.utf8.contains(UInt8(ascii: "=")) else { return nil }
        let (options, problem) = parseConnectionString(connectionString)
        if let problem {
            let shown = mayHoldPassword ? problem.withoutQuotations : problem
            return "the connection string cannot be read: \(shown)".onOneLine
        }
        // A password with an unescaped "@" or "/" spills into the parts after it, which errors would show.
        let spilled = ["host", "port", "dbname"].contains { options[$0]?.contains("@") ?? false }
        if isURI, spilled {
            return "the connection string has an \"@\" too many: write %40 for @ and %2F for / in a password"
        }
        return nil
    }

    /// Whether the connection string itself holds a password.
    package var holdsPassword: Bool {
        problem == nil && parseConnectionString(connectionString).options["password"] != nil
    }

    private var isURI: Bool {
        connectionString.hasPrefix("postgresql://") || connectionString.hasPrefix("postgres://")
    }

    private var mayHoldPassword: Bool {
        connectionString.contains("@") || connectionString.lowercased().contains("pass")
    }
}

extension String {
    /// The text without what stands between double quotes, where libpq puts pieces of what it cannot read.
    fileprivate var withoutQuotations: String {
        guard let first = firstIndex(of: "\""), let last = lastIndex(of: "\""), first != last else {
            return self
        }
        return self[...first] + "…" + self[last...]
    }
}
