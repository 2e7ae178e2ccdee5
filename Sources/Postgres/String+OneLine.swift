extension String {
    /// The text with every run of line breaks, tabs and spaces made one space, and none at the ends.
    var onOneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
