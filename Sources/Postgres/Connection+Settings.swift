// The door: nothing is asked of a session before this.
extension Connection {
    /// Refuses a database that cannot hold what annals writes.
    static func check(_ session: borrowing Session) throws(PostgresError) {
        if session.serverVersion < oldestVersion {
            throw .unfit(
                "the server is PostgreSQL \(session.serverVersion / 10_000), and annals needs 15 or later",
                help: "connect to a newer server"
            )
        }
        if let encoding = session.parameter("server_encoding"), encoding != "UTF8" {
            throw .unfit(
                "the database is in \(encoding), which cannot hold every name and text: annals needs UTF8",
                help:
                    "make another: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 NAME, then annals init"
            )
        }
    }

    /// As `PQserverVersion` counts.
    private static let oldestVersion: Int32 = 150_000

    /// Sets and checks what answers depend on: for the session, or through a pooler for the transaction that is open.
    func settle() throws(PostgresError) {
        // What the server reports to be so already is so, unless a pooler gives the next transaction to another.
        let settings = SessionSettings.fixed.filter { isPooled || session.parameter($0.name) != $0.value }
        let statement = SessionSettings.statement(
            settings,
            process: session.process,
            statementTimeout: statementTimeout
        )
        guard let reply = try run({ session.send(statement) }) else { return }
        let found = try reply.mapRows { row throws(PostgresError) in
            (isPooled: try row[0, as: Bool.self], values: try row[1, as: [String].self])
        }
        guard let found = found.first else { return }
        isPooled = found.isPooled
        for (setting, value) in zip(SessionSettings.refused, found.values)
        where !setting.accepted.contains(value) {
            throw .unfit(
                "\(setting.name) is \(value) in this session: \(setting.because)",
                help: "take it out of PGOPTIONS, and of ALTER ROLE or ALTER DATABASE … SET, and connect again"
            )
        }
    }

    /// Opens a transaction, and through a pooler sets for it what answers depend on.
    func begin(_ kind: String = "isolation level read committed") throws(PostgresError) {
        do {
            _ = try run { session.send(script: "begin \(kind)") }
        } catch {
            throw error.isRefusalOfTransactions ? .statementPooling : error
        }
        guard isPooled else { return }
        do {
            try settle()
        } catch {
            rollBack()
            throw error
        }
    }

    /// Whether a statement needs a transaction around it: through a pooler the next one may be another server's.
    var needsTransaction: Bool { isPooled && !session.isInTransaction }

    /// Runs one statement, through a pooler in a transaction of its own.
    func settled<Value>(_ body: () throws(PostgresError) -> Value) throws(PostgresError) -> Value {
        guard needsTransaction else { return try body() }
        try begin()
        defer { rollBack() }
        let value = try body()
        try commit()
        return value
    }
}

extension PostgresError {
    /// PgBouncer's words, which it says in no other language.
    fileprivate var isRefusalOfTransactions: Bool {
        if case .server(let message) = self {
            message.message.contains("statement pooling mode")
        } else {
            false
        }
    }

    fileprivate static var statementPooling: PostgresError {
        .unfit(
            "the pooler hands the server out statement by statement, and annals needs it for a transaction",
            help: "connect to the server itself, or set pool_mode = session or transaction for this database"
        )
    }
}
