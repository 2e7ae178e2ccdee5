import Support
import Testing

@testable import Formats

struct RowFormatTests {
    @Test func `a row of CSV quotes what it must and nothing else`() {
        #expect(
            RowFormat.csv.line([
                .text("plain"), .text("a, b"), .text("says \"no\""), .text("two\nlines"), .text(nil),
            ])
                == "plain,\"a, b\",\"says \"\"no\"\"\",\"two\nlines\",\n"
        )
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
    func `a text that a spreadsheet would run is disarmed`(text: String) {
        let line = RowFormat.csv.line([.text(text)])
        #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
        #expect(RowFormat.tsv.line([.text(text)]).unicodeScalars.first != text.unicodeScalars.first)
    }

    @Test func `a number keeps its sign`() {
        #expect(RowFormat.csv.line([.number(-2), .number(nil)]) == "-2,\n")
    }

    @Test func `a row of TSV has as many tabs as columns between them`() {
        #expect(RowFormat.tsv.line([.text("a\tb"), .text("c\nd")]) == "a b\tc d\n")
    }

    @Test(arguments: [RowFormat.csv, .tsv, .md])
    func `what cannot be seen is made plain, and lines end in a line feed`(format: RowFormat) {
        let line = format.line([.text("a\u{1B}b\u{200B}c\u{202E}d\u{9B}e"), .text("f\r\ng\rh")])
        let hidden =
            format == .md ? #"a\\u{1b}b\\u{200b}c\\u{202e}d\\u{9b}e"# : #"a\u{1b}b\u{200b}c\u{202e}d\u{9b}e"#
        #expect(line.contains(hidden), "\(line)")
        #expect(line.contains(format == .csv ? "\"f\ng\\u{d}h\"" : "f  g h"), "\(line)")
    }

    @Test func `a table in Markdown cannot be broken out of`() {
        #expect(RowFormat.md.header(["a", "b"]) == "| a | b |\n|---|---|\n")
        #expect(
            RowFormat.md.line([.text("x | y"), .text("<script>\n[link](javascript:1)")])
                == "| x \\| y | &lt;script> \\[link\\](javascript:1) |\n"
        )
    }

    @Test(arguments: 0..<200)
    func `what is written as CSV is read back`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet = Array("ab ,\"\n\t;'|é漢")
        let rows = (0..<3).map { _ in
            (0..<4).map { _ in
                String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        alphabet.randomElement(using: &random) ?? "a"
                    }
                )
            }
        }
        let text = rows.map { RowFormat.csv.line($0.map { .text($0) }) }.joined()
        let armed = rows.map { $0.map { ["\t", "\n"].contains($0.unicodeScalars.first) ? "'" + $0 : $0 } }
        #expect(Self.read(text) == armed)
    }

    /// RFC 4180, read character by character.
    private static func read(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if isQuoted, scalar == "\"", index + 1 < scalars.count, scalars[index + 1] == "\"" {
                cell.append("\"")
                index += 1
            } else if scalar == "\"" {
                isQuoted.toggle()
            } else if scalar == ",", !isQuoted {
                row.append(String(cell))
                cell = .init()
            } else if scalar == "\n", !isQuoted {
                rows.append(row + [String(cell)])
                row = []
                cell = .init()
            } else {
                cell.append(scalar)
            }
            index += 1
        }
        return rows
    }
}
