package import Postgres

/// One thing the catalogs of a database say of the schemas of annals: a column, a right, the body of a function.
package struct CatalogLine: Hashable, Sendable {
    /// What sort of thing it is, as `Schema/catalog.sql` calls it: `column`, `grant`, `function body`, ….
    package let kind: String
    /// Which one: `annals.effect.value`, `annals.effect to annals_reader`.
    package let name: String
    /// What it is: `8 text not null`, `SELECT`.
    package let definition: String

    package init(kind: String, name: String, definition: String) {
        self.kind = kind
        self.name = name
        self.definition = definition
    }

    /// Reads a line of `Schema/catalog.txt`; nil for a comment.
    init?(_ line: Substring) {
        let parts = line.split(separator: " | ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, !line.hasPrefix("#") else { return nil }
        self.init(kind: String(parts[0]), name: String(parts[1]), definition: String(parts[2]))
    }

    /// The line as `Schema/catalog.txt` has it.
    package var description: String { "\(kind) | \(name) | \(definition)" }
}

extension CatalogLine {
    /// What the schemas should be: what this program sets up.
    static let expected = EmbeddedSchema.text(of: "catalog.txt").split(separator: "\n").compactMap(Self.init)

    /// What the schemas of a database are.
    package static func all(in connection: Connection) throws(PostgresError) -> [CatalogLine] {
        try connection.query(Query(raw: EmbeddedSchema.text(of: "catalog.sql"))) {
            row throws(PostgresError) in
            CatalogLine(kind: try row[0], name: try row[1], definition: try row[2])
        }
    }
}

extension EmbeddedSchema {
    /// A file of the schema; empty when there is none of that name.
    static func text(of path: String) -> String {
        files.first { $0.path == path }?.text ?? ""
    }
}
