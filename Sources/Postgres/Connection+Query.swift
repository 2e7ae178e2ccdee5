// `query` and `first` come twice. A function that throws only `PostgresError`, such as an initializer from a
// row, or a closure that says `row throws(PostgresError) in`, keeps the typed throw. Swift takes any other
// closure to throw anything, and what it throws is thrown on as it is.
extension Connection {
    /// Runs a statement and decodes every row of its result, which is held in memory meanwhile.
    ///
    /// The statement is over when `decode` is called, so `decode` may run others. For results that may be
    /// large see `forEach`.
    package func query<Value>(
        _ query: Query,
        _ decode: (Row) throws(PostgresError) -> Value
    ) throws(PostgresError) -> [Value] {
        try reply(to: query)?.mapRows(decode) ?? []
    }

    /// Runs a statement and decodes every row of its result, with errors of any type.
    @_disfavoredOverload
    package func query<Value>(_ query: Query, _ decode: (Row) throws -> Value) throws -> [Value] {
        try reply(to: query)?.mapRows(decode) ?? []
    }

    /// Runs a statement and decodes the first row of its result, or gives nil if it has none.
    package func first<Value>(
        _ query: Query,
        _ decode: (Row) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value? {
        try reply(to: query)?.mapRows(upTo: 1, decode).first
    }

    /// Runs a statement and decodes the first row of its result, with errors of any type.
    @_disfavoredOverload
    package func first<Value>(_ query: Query, _ decode: (Row) throws -> Value) throws -> Value? {
        try reply(to: query)?.mapRows(upTo: 1, decode).first
    }

    /// Runs a statement and gives the number of rows it touched, or would have answered with.
    @discardableResult
    package func execute(_ query: Query) throws(PostgresError) -> Int {
        try reply(to: query)?.affectedRows ?? 0
    }

    private func reply(to query: Query) throws(PostgresError) -> Reply? {
        if let problem = query.problem { throw .refused(problem) }
        return try settled { () throws(PostgresError) in try run { session.send(query) } }
    }
}

extension Reply {
    /// Decodes the rows in order, or only the first so many.
    func mapRows<Value, Failure: Error>(
        upTo limit: Int = .max,
        _ decode: (Row) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let columns = Columns(columns)
        let count = min(rowCount, limit)
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count {
            values.append(try decode(Row(self, columns: columns, index: index)))
        }
        return values
    }
}
