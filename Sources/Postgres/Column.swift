/// A column of a result.
struct Column: Hashable, Sendable {
    var name: String
    var type: PostgresType
}
