import Postgres

extension Connection {
    /// Does a part of what an open transaction does: when it fails, the rest can go on.
    func part(_ body: () throws -> Void) throws {
        try execute("savepoint part")
        do {
            try body()
            try execute("release savepoint part")
        } catch {
            // It fails too when the connection is gone, and then all that follows.
            _ = try? execute("rollback to savepoint part")
            throw error
        }
    }
}

extension PostgresError {
    /// Whether the user stopped it, and not a time limit of the server.
    var isUsers: Bool { self == .interrupted || isCancellation && Interrupt.isRaised }
}
