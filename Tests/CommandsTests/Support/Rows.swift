/// Rows as others read them, each a list of cells.
enum Rows {
    /// Comma-separated values after RFC 4180.
    static func csv(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var characters = Array(text.unicodeScalars)[...]
        while let character = characters.popFirst() {
            if isQuoted {
                if character != "\"" {
                    cell.unicodeScalars.append(character)
                } else if characters.first == "\"" {
                    cell.unicodeScalars.append(characters.removeFirst())
                } else {
                    isQuoted = false
                }
            } else if character == "\"" {
                isQuoted = true
            } else if character == "," || character == "\n" {
                row.append(cell)
                cell = ""
                if character == "\n" {
                    rows.append(row)
                    row = []
                }
            } else {
                cell.unicodeScalars.append(character)
            }
        }
        return rows
    }

    /// Tab-separated values.
    static func tsv(_ text: String) -> [[String]] {
        text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// A table in Markdown, without the line below its head.
    static func md(_ text: String) -> [[String]] {
        text.split(separator: "\n").filter { !$0.hasPrefix("|---") }.map { line in
            var cells: [String] = [""]
            var isEscaped = false
            for character in line.dropFirst().dropLast() {
                if character == "|" && !isEscaped {
                    cells.append("")
                } else {
                    cells[cells.count - 1].append(character)
                }
                isEscaped = character == "\\" && !isEscaped
            }
            return cells
        }
    }

    /// Those of a form, each as wide as the first.
    static func all(_ text: String, as form: String) -> [[String]] {
        switch form {
        case "csv": csv(text)
        case "tsv": tsv(text)
        default: md(text)
        }
    }
}
