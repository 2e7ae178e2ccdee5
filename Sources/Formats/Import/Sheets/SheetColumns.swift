import Annals

/// Where the columns of ours are in somebody's spreadsheet.
struct SheetColumns: Sendable {
    let header: TableHeader
    private(set) var problems: [Problem] = []
    /// Columns that are none of ours; what they say goes into the note.
    private(set) var others: [Int] = []
    private var places: [SheetColumn: Int] = [:]

    /// Finds them by the map, then by what they are called.
    ///
    /// - Parameters:
    ///   - known: what a column is by its name; nil for one that is none of ours.
    ///   - read: the names of columns that are read in another way, or say nothing.
    init(
        _ header: TableHeader,
        map: ColumnMap?,
        known: (String) -> SheetColumn? = { SheetColumn(written: $0) },
        besides read: Set<String> = []
    ) {
        self.header = header
        for pair in map?.pairs ?? [] {
            guard let place = header.index(pair.theirs) else {
                problems.append(
                    Problem(
                        "map",
                        "line \(pair.line): the table has no column \"\(Excerpt.printable(pair.theirs))\"",
                        help: Self.columns(of: header)
                    )
                )
                continue
            }
            places[pair.ours] = place
        }
        let mapped = Set(places.values)
        for (place, name) in header.names.enumerated() where !mapped.contains(place) {
            guard let column = known(name) else {
                if !read.contains(FoldedName(name).text) { others.append(place) }
                continue
            }
            guard let before = places[column] else {
                places[column] = place
                continue
            }
            problems.append(
                Problem(
                    "column",
                    "the columns \"\(header.names[before])\" and \"\(name)\" are the same",
                    field: name,
                    help: "keep one of them, or rename the one that says something else"
                )
            )
        }
    }

    /// Where a column is; nil when the sheet has none.
    subscript(_ column: SheetColumn) -> Int? { places[column] }

    /// What the sheet calls a column.
    func name(of column: SheetColumn) -> String {
        places[column].map { header.names[$0] } ?? column.shortName
    }

    /// Whether the columns are there that no sheet does without.
    var hasRequired: Bool {
        SheetColumn.required.allSatisfy { places[$0] != nil }
    }

    /// Throws what is wrong with the columns: those that are missing or stand twice, and those whose name looks
    /// like a slip of the pen for one that is missing.
    func checked(_ format: ImportFormat, required: [SheetColumn]) throws(Problems) {
        let absent = SheetColumn.allCases.filter { places[$0] == nil }
        let missing = required.filter { places[$0] == nil }.map { column in
            Problem(
                "column",
                "\(format.name) needs a column \"\(column.shortName)\", and this table has none",
                field: column.shortName,
                help: "rename a column, or map one: THEIR COLUMN = \(column.shortName). "
                    + Self.columns(of: header)
            )
        }
        let slips = others.compactMap { place -> Problem? in
            let name = header.names[place]
            guard missing.isEmpty, name.utf8.count > 3,
                let near = NearName.of(name, among: absent.map(\.rawValue))
            else { return nil }
            return Problem(
                "column",
                "annals has no column \"\(Excerpt.printable(name))\"",
                field: name,
                help: "did you mean \(near)? If not, give it another name; it will stand in the note"
            )
        }
        let all = problems + missing + slips
        if !all.isEmpty { throw Problems(all) }
    }

    private static func columns(of header: TableHeader) -> String {
        "its columns: \(header.names.prefix(64).map { Excerpt.printable($0) }.joined(separator: ", "))"
    }
}
