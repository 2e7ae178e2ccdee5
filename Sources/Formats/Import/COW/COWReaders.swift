import Annals

/// The readers of Correlates of War, which knows its files by what their columns mean: each release names them
/// anew.
enum COWReaders {
    /// Whether these are the columns of one of its files of spells.
    static func know(_ header: TableHeader) -> Bool {
        isDyadic(header) || isMonadic(header)
    }

    /// The reader of a file of spells.
    static func reader(of header: TableHeader) throws(Problems) -> any RowReader {
        if isDyadic(header) { return try COWDyadReader(header) }
        if isMonadic(header) { return try COWStateReader(header) }
        throw Problems([
            Problem(
                "column",
                "these are not the columns of a file of spells",
                help:
                    "annals reads the state system, contiguity by spell, and alliances by dyad, not the files with "
                    + "a row for each year. The table's columns: \(header.names.prefix(64).joined(separator: ", "))"
            )
        ])
    }

    private static func isMonadic(_ header: TableHeader) -> Bool {
        header.has("ccode", "styear", "endyear")
    }

    private static func isDyadic(_ header: TableHeader) -> Bool {
        let isOfTwo =
            header.has("statelno", "statehno") || header.has("state1no", "state2no")
            || header.has("ccode1", "ccode2")
        return isOfTwo && (header.has("begin", "end") || header.has("dyad_st_year", "dyad_end_year"))
    }
}
