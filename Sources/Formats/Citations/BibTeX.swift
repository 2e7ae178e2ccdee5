import Annals

/// BibTeX as biblatex and biber read it, and older styles too.
public enum BibTeX {
    /// The works among some sources, an entry each, in the order of their keys.
    public static func write(_ sources: [CitedSource]) -> String {
        Bibliography(sources).items.map { entry($0) }.joined(separator: "\n")
    }

    private static func entry(_ item: Bibliography.Item) -> String {
        let work = item.work
        // In double braces: a title keeps its capitals.
        var fields = [("title", "{\(text(work.title))}")]
        // What styles old and new print as the publisher of a @misc; Pandoc prints a second field beside it.
        if let publisher = work.publisher { fields.append(("howpublished", "{\(text(publisher))}")) }
        if let date = work.published {
            if date.isPlain { fields.append(("date", date.text)) }
            fields.append(("year", text(date.isPlain ? String(date.year.uppercased()) : date.text)))
            if let parts = date.parts, parts[0].count > 1 {
                fields.append(("month", months[parts[0][1] - 1]))
            }
        }
        if let url = work.url { fields.append(("url", address(url))) }
        fields.append(("note", text(item.note)))
        let lines = fields.map { name, value in
            name == "month" ? "  month = \(value),\n" : "  \(name) = {\(value)},\n"
        }
        return "@misc{\(item.key),\n\(lines.joined())}\n"
    }

    /// Names every style knows and translates.
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// A text as LaTeX prints it: what means something to it escaped, without a brace that another program might
    /// count, and one space wherever there is any.
    private static func text(_ text: String) -> String {
        var escaped = ""
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for scalar in words.revealingHidden().unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\textbackslash{}"
            case "{": escaped += "\\textbraceleft{}"
            case "}": escaped += "\\textbraceright{}"
            case "~": escaped += "\\textasciitilde{}"
            case "^": escaped += "\\textasciicircum{}"
            case "<": escaped += "\\textless{}"
            case ">": escaped += "\\textgreater{}"
            case "|": escaped += "\\textbar{}"
            case "&", "%", "$", "#", "_": escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// An address, which is printed as it is: what would end the field, or is in no address, as URLs write it.
    private static func address(_ url: String) -> String {
        url.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "\""),
                UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"), UInt8(ascii: "`"),
                UInt8(ascii: "|"), 0...0x20, 0x7F...0xFF:
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            default: String(UnicodeScalar(byte))
            }
        }.joined()
    }
}
