import Annals

/// Rows of cells as text: comma- or tab-separated values, or a table in Markdown.
package enum RowFormat: String, CaseIterable, Sendable {
    /// RFC 4180, with lines that end in a line feed, in a cell too.
    case csv
    /// Tab-separated; what would be a tab or a line break in a cell is a space.
    case tsv
    /// A table in Markdown, as GitHub reads it.
    case md

    /// The lines before the first row, each with its line feed.
    package func header(_ columns: [String]) -> String {
        let line = line(columns.map { .text($0) })
        return self == .md ? line + "|" + columns.map { _ in "---|" }.joined() + "\n" : line
    }

    /// A row, with its line feed.
    package func line(_ cells: [Cell]) -> String {
        let texts = cells.map(text)
        return switch self {
        case .csv: texts.joined(separator: ",") + "\n"
        case .tsv: texts.joined(separator: "\t") + "\n"
        case .md: "| " + texts.joined(separator: " | ") + " |\n"
        }
    }

    private func text(_ cell: Cell) -> String {
        switch cell {
        case .number(let number): number.map(String.init) ?? ""
        case .decimal(let tenths):
            (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10)"
                + (tenths % 10 == 0 ? "" : ".\(tenths.magnitude % 10)")
        case .text(let text):
            switch self {
            case .csv:
                Self.quoted(
                    Self.disarmed(text ?? "") { $0.withLineFeeds.revealingHidden(keeping: ["\n", "\t"]) }
                )
            case .tsv: Self.disarmed(text ?? "", \.revealedOnOneLine)
            case .md: Self.escapedForMarkdown((text ?? "").revealedOnOneLine)
            }
        }
    }

    /// With an apostrophe before what a spreadsheet would take for a formula and run (OWASP, "CSV Injection").
    private static func disarmed(_ text: String, _ shown: (String) -> String) -> String {
        isFormula(text) ? "'" + shown(text) : shown(text)
    }

    /// Whether a spreadsheet would take a text for a formula.
    static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        // Full-width signs are read as the plain ones by some.
        let starts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
        return starts.contains(first)
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func escapedForMarkdown(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "|", "\\", "`", "*", "_", "[", "]": escaped += "\\\(character)"
            case "<": escaped += "&lt;"
            case "&": escaped += "&amp;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

/// A cell of a row.
package enum Cell: Hashable, Sendable {
    /// A text from anywhere; nil for none.
    case text(String?)
    /// A number of ours; nil for none.
    case number(Int?)
    /// A number of ours with one decimal, in tenths.
    case decimal(Int)
}
