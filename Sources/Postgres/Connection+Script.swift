extension Connection {
    /// Runs a script of several statements: the unsafe door for migrations.
    ///
    /// There are no parameters and no results. Unless it contains `begin` and `commit` of its own, the script
    /// is one transaction, or part of the one that is open. `ServerMessage.position` counts from its start.
    package func run(script: String) throws(PostgresError) {
        if let problem = Query.problem(inText: script) { throw .refused(problem) }
        _ = try run { session.send(script: script) }
    }
}
