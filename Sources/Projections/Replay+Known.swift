package import Annals
import Crypto
import EventLog
import Postgres

extension Replay {
    /// A file of the projections as they were known at a position.
    package struct Snapshot: Sendable {
        /// The position.
        package let position: Position
        /// Its lines between the first and the last.
        package let rows: Int64
        /// SHA-256 over all its bytes, as `sha256sum` prints it.
        package let sha256: String
    }

    /// Writes the projections as they were known at a position, rebuilt from the log up to there, as JSON lines.
    ///
    /// First what it is: position, time and the root of the Merkle tree there. Then every row of every table in
    /// the order of its key. Last how many rows of each, so that a file cut off shows. Nothing in it depends on
    /// when, where or by whom it is made.
    ///
    /// - Parameter write: takes each line, with its line feed.
    package func writeSnapshot(
        known: Position,
        _ write: (_ line: String) throws -> Void
    ) throws -> Snapshot {
        try onScratchTables {
            var hash = SHA256()
            func tell(_ text: String) throws {
                let line = text.revealingHiddenInJSON + "\n"
                hash.update(data: Array(line.utf8))
                try write(line)
            }
            let root = try treeRoot(at: known)
            try fill(upTo: known)
            try tell(try header(at: known, root: root))
            var counts: [(table: String, rows: Int64)] = []
            for table in Self.tables { counts.append((table.name, try writeRows(of: table, tell))) }
            let trailer = counts.map { #""\#($0.table)":\#($0.rows)"# }.joined(separator: ",")
            try tell(#"{"rows":{\#(trailer)}}"#)
            return Snapshot(
                position: known,
                rows: counts.reduce(0) { $0 + $1.rows },
                sha256: Array(hash.finalize()).hexadecimal
            )
        }
    }

    private func header(at known: Position, root: String) throws -> String {
        let recordedAt = try log.connection.first(
            "select recorded_at from annals.log where position = \(known)"
        ) { row throws(PostgresError) in try row["recorded_at", as: Timestamp.self] }
        let time = recordedAt.map { #""\#($0)""# } ?? "null"
        return #"{"format":"annals-projections-1","rulebook":\#(log.rulebook.version),"#
            + #""position":\#(known.rawValue),"recorded_at":\#(time),"root":"\#(root)"}"#
    }

    private func writeRows(of table: Table, _ tell: (String) throws -> Void) throws -> Int64 {
        stage(.writing(table.name))
        let total = try log.connection.first("select count(*) as rows from pg_temp.\(raw: table.name)") {
            row throws(PostgresError) in
            try row["rows", as: Int64.self]
        }
        var written: Int64 = 0
        let order = table.key.map { "r.\($0)" }.joined(separator: ", ")
        try log.connection.forEach(
            """
            select row_to_json(r)::text as line
              from (select \(table.name) as "table", t.* from pg_temp.\(raw: table.name) as t) as r
             order by \(raw: order)
            """
        ) { row in
            try tell(try row["line"])
            written += 1
            progress(written, total ?? written)
        }
        return written
    }

    /// The root of the Merkle tree over the log up to a position, in hexadecimal.
    private func treeRoot(at end: Position) throws -> String {
        stage(.hashing)
        let roots = try log.roots(at: [end]) { progress($0, end.rawValue) }
        guard let root = roots[end] else { throw LogError.unproven }
        progress(end.rawValue, end.rawValue)
        return root.hexadecimal
    }
}
