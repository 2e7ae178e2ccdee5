import Annals

/// Finds the columns a format needs, gathering those that are missing.
struct ColumnFinder {
    let header: TableHeader
    private(set) var missing: [String] = []

    init(_ header: TableHeader) {
        self.header = header
    }

    /// The place of a column that must be there, under one of these names.
    mutating func required(_ names: String...) -> Int {
        if let place = header.index(names) { return place }
        missing.append(names[0])
        return 0
    }

    /// Throws when a column that must be there is not.
    func finish(_ format: ImportFormat) throws(Problems) {
        guard !missing.isEmpty else { return }
        throw Problems(
            missing.map { name in
                Problem(
                    "column",
                    "\(format.name) has a column \"\(name)\", this table has not",
                    field: name,
                    help: "its columns: \(header.names.prefix(64).joined(separator: ", "))"
                )
            }
        )
    }
}
