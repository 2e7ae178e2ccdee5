extension EDTF.Reading {
    /// Reads an interval, its two ends without the slash between them.
    init(from: ArraySlice<UInt8>, to: ArraySlice<UInt8>) throws(EDTF.Fault) {
        let range = from.startIndex..<to.endIndex
        guard !from.isEmpty || !to.isEmpty else {
            throw .refused(
                DateError(
                    "/ says neither when it began nor when it ended",
                    help: "write ../.. for always",
                    at: range
                )
            )
        }
        guard !to.contains(UInt8(ascii: "/")) else { throw .misshapen(range) }
        let begin = try Self.end(from, open: .distantPast)
        let last = try Self.end(to, open: .distantFuture)
        guard let bounds = DateBounds(beginning: begin.days, through: last.days) else {
            let (from, to) = (DateError.excerpt(of: from), DateError.excerpt(of: to))
            throw .refused(
                DateError("\(from)/\(to) ends before it begins", help: "write \(to)/\(from)", at: range)
            )
        }
        self.bounds = bounds
        isInterval = true
        qualifiers = begin.qualifiers.union(last.qualifiers)
    }

    /// The days one end of an interval may mean: `..` none but the infinity, nothing any at all.
    private static func end(_ text: ArraySlice<UInt8>, open: Day) throws(EDTF.Fault) -> EDTF.WrittenDate {
        if text.isEmpty {
            return EDTF.WrittenDate(days: .distantPast ... .distantFuture, qualifiers: [])
        }
        if text.elementsEqual("..".utf8) {
            return EDTF.WrittenDate(days: open...open, qualifiers: [])
        }
        return try EDTF.WrittenDate(text)
    }
}
