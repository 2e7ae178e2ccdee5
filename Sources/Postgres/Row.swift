/// A row of a result.
///
/// It may be kept; it then keeps the result it is part of.
///
/// ```swift
/// let position: Int64 = try row["position"]
/// let title = try row["title", as: String?.self]
/// ```
package struct Row {
    private let reply: Reply
    private let columns: Columns
    private let index: Int

    init(_ reply: Reply, columns: Columns, index: Int) {
        self.reply = reply
        self.columns = columns
        self.index = index
    }

    /// The value in a column, counted from 0.
    ///
    /// It is an error if there is no such column, if its type does not read as `Value`, and if it is NULL
    /// unless `Value` is optional.
    package subscript<Value: PostgresValue>(column: Int, as type: Value.Type = Value.self) -> Value {
        get throws(PostgresError) {
            guard columns.list.indices.contains(column) else {
                throw .decoding(
                    column: "\(column)",
                    reason: "is not there: the row has \(columns.list.count) columns"
                )
            }
            do throws(ValueError) {
                return try read(column)
            } catch {
                throw .decoding(column: columns.list[column].name, reason: error.reason)
            }
        }
    }

    /// The value in the column of that name, which must be the only one so named.
    package subscript<Value: PostgresValue>(name: String, as type: Value.Type = Value.self) -> Value {
        get throws(PostgresError) {
            switch columns.places[name] {
            case .one(let column)?: return try self[column, as: type]
            case .several?:
                throw .decoding(
                    column: name,
                    reason: "is the name of several columns: name them apart in the query"
                )
            case nil:
                let names = columns.list.map(\.name).joined(separator: ", ")
                throw .decoding(column: name, reason: "is not there: the row has \(names)")
            }
        }
    }

    /// The bytes of a value as the server sent them, for what is done with millions; nil for NULL.
    ///
    /// The bytes must not leave the closure.
    package func withBytes<Result, Failure: Error>(
        at column: Int,
        _ read: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard columns.list.indices.contains(column) else { return nil }
        guard let value = unsafe reply.value(row: index, column: column) else { return nil }
        return try unsafe read(value)
    }

    private func read<Value: PostgresValue>(_ column: Int) throws(ValueError) -> Value {
        let type = columns.list[column].type
        guard Value.reads(type) else {
            throw ValueError("is \(type), which does not read as \(Value.self): cast it in the query")
        }
        // No closure here, and no optional of the value: what they are made of is looked up at every call.
        guard let value = unsafe reply.value(row: index, column: column) else {
            guard let null = Value.null else { throw ValueError("is NULL") }
            return null
        }
        return try Value(reading: unsafe value.bytes, as: type)
    }
}
