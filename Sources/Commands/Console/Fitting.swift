/// Lines for people, as somebody's screen can show them: in its characters, and no wider than it is.
struct Fitting {
    /// Whether the signs annals draws have to be ASCII; names and titles stay as they were written, but for dashes.
    let ascii: Bool
    /// How wide a line may be; nil for any width.
    let columns: Int?

    func lines(_ lines: [String]) -> [String] {
        lines.flatMap { wrapped(ascii ? Self.asASCII($0) : $0) }
    }

    /// The line, broken between words where it is too wide; what follows is indented deeper than it.
    private func wrapped(_ line: String) -> [String] {
        guard let columns, Width.of(line) > columns else { return [line] }
        let indent = line.prefix { $0 == " " }.count
        let deeper = String(repeating: " ", count: min(indent + 2, columns / 2))
        var lines: [String] = []
        var current = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in line.dropFirst(indent).split(separator: " ", omittingEmptySubsequences: false) {
            if !isEmpty, Width.of(current) + 1 + Width.of(String(word)) > columns {
                lines.append(current.trimmingEnd)
                (current, isEmpty) = (deeper, true)
                // The spaces it was broken at begin no line.
                if word.isEmpty { continue }
            }
            current += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines + [current.trimmingEnd]
    }

    /// Each sign becomes one character, so that columns stay aligned.
    private static func asASCII(_ line: String) -> String {
        String(
            line.map { character in
                switch character {
                case "—", "–": "-"
                case "→": ">"
                case "·": "|"
                case "…": "+"
                case "“", "”": "\""
                default: character
                }
            }
        )
    }
}

extension String {
    /// Without spaces at its end.
    var trimmingEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension Console {
    /// How lines for people fit it.
    func fitting(ascii: Bool) -> Fitting { Fitting(ascii: ascii, columns: isTerminal ? columns : nil) }

    /// Writes lines for people.
    func tell(_ lines: [String], ascii: Bool) throws(Failure) {
        try print(fitting(ascii: ascii).lines(lines).joined(separator: "\n"))
    }
}
