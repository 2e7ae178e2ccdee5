/// A column of a result.
struct Column: Hashable, Sendable {
    var name: String
    var type: PostgresType
}

/// The columns of a result, found by place and by name.
struct Columns: Sendable {
    /// Where a name is.
    enum Place: Sendable {
        case one(Int)
        case several
    }

    let list: [Column]
    let places: [String: Place]

    init(_ list: [Column]) {
        self.list = list
        places = Dictionary(list.enumerated().map { ($1.name, .one($0)) }) { _, _ in .several }
    }
}
