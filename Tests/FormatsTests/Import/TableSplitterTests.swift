import Annals
import FoundationEssentials
import Support
import Testing

@testable import Formats

@Suite struct `A table splitter` {
    @Test(
        arguments: [
            ("", []),
            ("a,b\n1,2\n", [.record(line: 1, ["a", "b"]), .record(line: 2, ["1", "2"])]),
            ("a,b\r\n1,2", [.record(line: 1, ["a", "b"]), .record(line: 2, ["1", "2"])]),
            ("a\r", [.record(line: 1, ["a"])]),
            ("a\rb\n", [.record(line: 1, ["a\rb"])]),
            ("\u{FEFF}\"a\",b\n", [.record(line: 1, ["a", "b"])]),
            ("\n\r\n,,\n\"\",\na\n", [.record(line: 5, ["a"])]),
            (
                "\"one\ntwo\r\nthree\",x\ny,z",
                [
                    .record(line: 1, ["one\ntwo\r\nthree", "x"]), .record(line: 4, ["y", "z"]),
                ]
            ),
            (
                "\"he said \"\"no\"\"\",\"\"\"\"\r\n", [.record(line: 1, ["he said \"no\"", "\""])]
            ),
            ("a \"b\" c,d\n", [.record(line: 1, ["a \"b\" c", "d"])]),
            ("Türkiye,政府 😀,\n", [.record(line: 1, ["Türkiye", "政府 😀", ""])]),
        ] as [(String, [Split])]
    )
    func `reads RFC 4180, however the file is cut`(_ file: String, _ expected: [Split]) {
        for size in 1...max(1, file.utf8.count) {
            #expect(Split.results(Array(file.utf8), size: { size }).map { Split($0) } == expected)
        }
    }

    @Test func `takes a quote for a character where nothing is quoted`() {
        let file = Array("\"a\tb\"\"\n\"\t\n".utf8)
        #expect(
            Split.results(file, separator: "\t", quoted: false).map { Split($0) }
                == [.record(line: 1, ["\"a", "b\"\""]), .record(line: 2, ["\"", ""])]
        )
    }

    @Test func `says where a quote opened that is never closed, and reads the lines after it`() {
        let file = Array("a,b\n1,\"2\n3,4\n5,6\n".utf8)
        #expect(Split.said(file) == ["2: the quote opened here is not closed before the end of the file"])
        #expect(
            Split.results(file).map { Split($0) } == [
                .record(line: 1, ["a", "b"]), .failure(line: 2), .record(line: 3, ["3", "4"]),
                .record(line: 4, ["5", "6"]),
            ]
        )
    }

    @Test func `loses one row to a quote that the next quote closes`() {
        let file = Array("1,\"2\n3,4\n5,\"6\"\n7,8\n".utf8)
        #expect(Split.said(file) == ["1: the quote opened here is closed in the middle of line 3"])
        #expect(
            Split.results(file).map { Split($0) } == [
                .failure(line: 1), .record(line: 2, ["3", "4"]), .record(line: 3, ["5", "6"]),
                .record(line: 4, ["7", "8"]),
            ]
        )
        #expect(
            Split.said(Array("\"a\" b,c\nd\n".utf8)) == ["1: something follows the closing quote of a field"]
        )
    }

    @Test func `refuses a record that is too long and goes on after it`() {
        let file = Array("12345\n123456\n12345\n1234567890123\nend\n1234567".utf8)
        #expect(
            Split.results(file, longest: 6).map { Split($0) } == [
                .record(line: 1, ["12345"]), .failure(line: 2), .record(line: 3, ["12345"]),
                .failure(line: 4),
                .record(line: 5, ["end"]), .failure(line: 6),
            ]
        )
        #expect(
            Split.said(Array("a,\"b\nc\nd\n".utf8), longest: 6)
                == ["1: the quote opened here is not closed in the 6 bytes of a record"]
        )
    }

    @Test func `names the encodings of old spreadsheets`() {
        let latin = Array("a\nIran,Gro".utf8) + [0xDF] + Array("\nb\n".utf8)
        guard case .failure(let problem)? = Split.results(latin).dropFirst().first else {
            Issue.record("accepted")
            return
        }
        #expect(problem.line == 2)
        #expect(problem.problems[0].message == "byte 9 of the line, 0xDF, is not UTF-8")
        #expect(problem.problems[0].help?.contains("iconv -f WINDOWS-1252") == true)
        #expect(Split.results(latin).count == 3)

        let utf16 = Split.results([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62, 0], size: { 1 })
        #expect(utf16.map { Split($0) } == [.failure(line: 1)])
        #expect(Split.said([0xFE, 0xFF, 0, 0x61]) == ["1: the file is UTF-16, not UTF-8"])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `reads random bytes as an obvious splitter does, however they are cut`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let letters: [UInt8] = [0x22, 0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0A, 0x0D, 0x61, 0x62, 0xC3, 0xA9]
        for _ in 0..<4_000 {
            let file = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? 0
            }
            let (quoted, longest) = (Bool.random(using: &random), Int.random(in: 4...40, using: &random))
            var sizes = random
            let split = Split.results(file, quoted: quoted, longest: longest) {
                Int.random(in: 1...9, using: &sizes)
            }.map { Split($0) }
            let obvious = ObviousSplitter(file: file, separator: 0x2C, quoted: quoted, longest: longest)
            #expect(split == obvious.split(), "seed \(seed): \(file), quoted \(quoted), longest \(longest)")
        }
    }

    @Test(
        .enabled(if: Installed.python(with: "csv"), "Python 3 is not installed"),
        arguments: [4, 5] as [UInt64]
    )
    func `reads what it should as Python's csv module does`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pieces = ["a", "b ", "é", "政府", "\"", ",", ";", "\n", "\r\n", "\r", "\t", "'", "😀"]
        let rows = (0..<300).map { _ in
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    pieces.randomElement(using: &random) ?? ""
                }
                .joined()
            }
        }
        let file = rows.map { RowFormat.csv.line($0.map { .text($0) }) }.joined()
        let script = """
            import csv, io, json, sys
            text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
            for row in csv.reader(text, strict=True): print(json.dumps(row))
            """
        let theirs = try Installed.python(script, input: file).map {
            try JSONDecoder().decode([String].self, from: Data($0.utf8))
        }
        let ours = try Split.results(Array(file.utf8)).map { try $0.get().fields }
        #expect(ours == theirs.filter { $0.contains { !$0.isEmpty } })
    }
}
