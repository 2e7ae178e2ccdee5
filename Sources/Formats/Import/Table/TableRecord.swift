/// A record of a table: the cells of a row, and where it stands.
package struct TableRecord: Hashable, Sendable {
    /// The number of its first line, counted from 1.
    package let line: Int
    /// Its fields, without their quotes.
    package let fields: [String]

    /// A row that starts on a line.
    package init(line: Int, fields: [String]) {
        self.line = line
        self.fields = fields
    }
}
