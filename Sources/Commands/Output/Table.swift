/// Rows in aligned columns, as wide as their widest cell, the last one left as it is.
struct Table {
    private var rows: [[String]] = []

    mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// The rows, each a line, without spaces at their ends.
    var lines: [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.filter { $0.count > column + 1 }.map { Width.of($0[column]) }.max() ?? 0
        }
        return rows.map { row in
            let padded = row.enumerated().map { column, cell in
                column == row.count - 1
                    ? cell : cell + String(repeating: " ", count: widths[column] - Width.of(cell))
            }
            var line = padded.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

/// How many columns of a terminal a text takes.
enum Width {
    static func of(_ text: String) -> Int {
        var width = 0
        var isColour = false
        for character in text {
            // Colour takes no place: from ESC to the letter m.
            if character == "\u{1B}" { isColour = true }
            if !isColour { width += columns(of: character) }
            if isColour, character == "m" { isColour = false }
        }
        return width
    }

    /// 2 for the wide characters of East Asian scripts and emoji (Unicode Standard Annex 11), 0 for what
    /// combines or cannot be seen, 1 for the rest.
    private static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x300...0x36F, 0x200B...0x200F, 0xFEFF: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
