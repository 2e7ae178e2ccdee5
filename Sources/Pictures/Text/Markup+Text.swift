extension Markup {
    /// Where a text stands relative to its coordinate.
    package enum Anchor: String {
        case start, middle, end
    }

    /// Writes a line of text into a picture.
    ///
    /// Direction follows the text's own first letter: a name in Arabic reads from the right even between others
    /// in English.
    package mutating func line(
        _ text: String,
        x: Double,
        y: Double,
        _ style: TextStyle,
        class colour: String = "ink",
        anchor: Anchor = .start
    ) {
        var attributes = [
            Attribute("x", x), Attribute("y", y), Attribute("font-size", style.size),
            Attribute("class", "outside \(colour)\(style.isStrong ? " strong" : "")"),
        ]
        if anchor != .start { attributes.append(Attribute("text-anchor", anchor.rawValue)) }
        element("text", attributes, text: text)
    }

    /// Writes lines of text one below the other, the first with its baseline at `y`, and says where the next would
    /// be.
    @discardableResult
    package mutating func lines(
        _ lines: [String],
        x: Double,
        y: Double,
        _ style: TextStyle,
        class colour: String = "ink"
    ) -> Double {
        for (index, text) in lines.enumerated() {
            line(text, x: x, y: y + Double(index) * style.leading, style, class: colour)
        }
        return y + Double(lines.count) * style.leading
    }
}
