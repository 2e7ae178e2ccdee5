import Annals

/// Writes elements of XML, as SVG is, or of HTML, and escapes everything that comes from outside.
///
/// Ours, though libraries for it exist: those for Swift bring the full Foundation, which takes longer to load than a
/// picture to draw.
package struct Markup {
    /// What was written so far.
    package private(set) var text = ""

    package init() {}

    /// Writes an element and what `body` writes within it.
    package mutating func element(
        _ name: StaticString,
        _ attributes: [Attribute] = [],
        _ body: (inout Markup) throws -> Void
    ) rethrows {
        open(name, attributes, end: ">")
        try body(&self)
        text += "</\(name)>"
    }

    /// Writes an element that holds a text.
    package mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text content: String)
    {
        element(name, attributes) { $0.write(content) }
    }

    /// Writes an element without content: in HTML only those that never have any, in SVG any.
    package mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
        open(name, attributes, end: "/>")
    }

    /// Writes a text, escaped.
    package mutating func write(_ content: String) {
        text += Self.escaped(content)
    }

    /// Writes markup as it is: for what we wrote ourselves.
    package mutating func write(markup: Markup) {
        text += markup.text
    }

    /// Writes a part of ours that is no element: a declaration, a style sheet.
    package mutating func write(literally ours: StaticString) {
        text += "\(ours)"
    }

    /// Starts another line, for people who look into the file.
    package mutating func newline() {
        text += "\n"
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute], end: String) {
        text += "<\(name)"
        for attribute in attributes { text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
        text += end
    }

    /// The text with what means something to a parser escaped, and what cannot be seen, or XML 1.0 cannot hold, made
    /// plain.
    static func escaped(_ content: String) -> String {
        var text = ""
        for scalar in content.withLineFeeds.revealingHidden(keeping: ["\n", "\t"]).unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

/// An attribute of an element.
package struct Attribute {
    package let name: StaticString
    package let value: String

    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }
}
