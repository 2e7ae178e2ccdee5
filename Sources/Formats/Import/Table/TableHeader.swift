import Annals

/// The names of a table's columns.
struct TableHeader: Sendable {
    /// As they were written.
    let names: [String]
    /// The line they stand on.
    let line: Int
    private let folded: [String]

    /// The names in a record, without the blanks around them.
    init(_ record: TableRecord) {
        names = record.fields.map { $0.trimmed }
        line = record.line
        folded = names.map { FoldedName($0).text }
    }

    /// The first column that has one of these names, in any case, with blanks, hyphens or underscores.
    func index(_ wanted: String...) -> Int? {
        index(wanted)
    }

    /// The first column that has one of these names.
    func index(_ wanted: [String]) -> Int? {
        wanted.lazy.compactMap { name in folded.firstIndex(of: FoldedName(name).text) }.first
    }

    /// Whether there is a column of each of these names.
    func has(_ wanted: String...) -> Bool {
        wanted.allSatisfy { index($0) != nil }
    }
}

extension String {
    /// The text without the blanks at its ends.
    var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        let rest = drop { $0.isWhitespace }
        return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
    }
}
