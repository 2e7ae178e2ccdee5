/// A short piece of a line, fit to be printed whatever was read, with the part a caret points to.
struct Excerpt {
    /// How many bytes are shown on either side of the part pointed to.
    static let reach = 32

    /// The piece of the line.
    let text: String
    /// The bytes of `text` that are pointed to, counted from 0.
    let range: Range<Int>

    /// The surroundings of some bytes of a line.
    init(of line: ArraySlice<UInt8>, at place: Range<Int>) {
        var start = max(line.startIndex, place.lowerBound - Self.reach)
        while start < place.lowerBound, UTF8.isContinuation(line[start]) { start += 1 }
        var end = min(line.endIndex, place.upperBound + Self.reach)
        while end > place.upperBound, end < line.endIndex, UTF8.isContinuation(line[end]) { end -= 1 }
        let before = Self.printable(String(decoding: line[start..<place.lowerBound], as: UTF8.self))
        let inside = Self.printable(String(decoding: line[place], as: UTF8.self))
        let after = Self.printable(String(decoding: line[place.upperBound..<end], as: UTF8.self))
        text = before + inside + after
        range = before.utf8.count..<(before.utf8.count + inside.utf8.count)
    }

    /// The start of a text, with U+FFFD for whatever would move a terminal's cursor.
    static func printable(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(2 * reach) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}
