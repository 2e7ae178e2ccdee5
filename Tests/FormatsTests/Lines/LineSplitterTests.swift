import Annals
import Formats
import Support
import Testing

@Suite struct `A line splitter` {
    @Test(
        arguments: [
            ("", []),
            ("a", [(1, "a")]),
            ("a\n", [(1, "a")]),
            ("a\nb", [(1, "a"), (2, "b")]),
            ("a\r\nb\r\n", [(1, "a"), (2, "b")]),
            ("a\rb\r", [(1, "a\rb")]),
            ("\n\na\n \t\r\n\r\nb\n\n", [(3, "a"), (6, "b")]),
            ("\u{FEFF}a\n\u{FEFF}b", [(1, "a"), (2, "\u{FEFF}b")]),
            ("\u{FEFF}\n\u{FEFF}a", [(2, "\u{FEFF}a")]),
            ("Türkiye’s 政府 😀\nx", [(1, "Türkiye’s 政府 😀"), (2, "x")]),
        ] as [(String, [(Int, String)])]
    )
    func `numbers the lines of a file however it is cut`(_ file: String, _ expected: [(Int, String)]) throws {
        for size in 1...max(1, file.utf8.count) {
            let lines = split(Array(file.utf8), into: size)
            #expect(lines.map(\.number) == expected.map(\.0))
            #expect(try lines.map { Array(try $0.content.get()) } == expected.map { Array($0.1.utf8) })
        }
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func `refuses a line that is too long and goes on after it`(_ size: Int) throws {
        let file = "12345\n123456\n12345\r\n123456\r\n1234567890123\nend\n1234567"
        let lines = split(Array(file.utf8), into: size, longest: 5)
        #expect(lines.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
        #expect(
            lines.map { (try? $0.content.get()).map(Array.init) } == [
                Array("12345".utf8), nil, Array("12345".utf8), nil, nil, Array("end".utf8), nil,
            ]
        )
        for line in lines {
            guard case .failure(let problem) = line.content else { continue }
            #expect(problem.topic == "line")
            #expect(problem.message == "the line is longer than 5 bytes")
        }
    }

    @Test(
        arguments: [
            ([0x61, 0xE9, 0x62], 2, "0xE9"),
            ([0xC0, 0x80], 1, "0xC0"),
            ([0x61, 0x62, 0xED, 0xA0, 0x80], 3, "0xED"),
            ([0x61, 0xE2, 0x80], 2, "0xE2"),
            ([0xF5, 0x80, 0x80, 0x80], 1, "0xF5"),
        ] as [([UInt8], Int, String)]
    )
    func `names the line and the byte that is not UTF-8`(_ line: [UInt8], _ byte: Int, _ shown: String) throws
    {
        let lines = split(Array("a\n".utf8) + line + Array("\nb".utf8), into: 3)
        #expect(lines.map(\.number) == [1, 2, 3])
        guard case .failure(let problem) = lines[1].content else {
            Issue.record("accepted")
            return
        }
        #expect(problem.topic == "text")
        #expect(problem.message == "byte \(byte) of the line, \(shown), is not UTF-8")
        let written = try #require(problem.written), range = try #require(problem.range)
        #expect(Array(written.utf8)[range].elementsEqual("\u{FFFD}".utf8))
    }

    @Test func `recognises UTF-16`() {
        let lines = split([0xFF, 0xFE, 0x7B, 0x00, 0x0A, 0x00], into: 6)
        guard case .failure(let problem)? = lines.first?.content else {
            Issue.record("accepted")
            return
        }
        #expect(problem.help == "the file seems to be UTF-16; save it as UTF-8")
    }

    @Test(arguments: [7, 20_010_911] as [UInt64])
    func `gives the same lines for random files however they are cut`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let letters: [UInt8] = [0x0A, 0x0A, 0x0D, 0x20, 0x61, 0x62, 0xEF, 0xBB, 0xBF, 0xC3, 0xA9]
            let file = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? 0
            }
            let limit = Int.random(in: 1...12, using: &random)
            let size = Int.random(in: 1...8, using: &random)
            let lines = split(file, into: size, longest: limit)
            #expect(lines.map(Seen.init) == obvious(file, longest: limit), "seed \(seed): \(file) by \(size)")
        }
    }

    private struct Seen: Equatable {
        let number: Int
        let bytes: [UInt8]?

        init(number: Int, bytes: [UInt8]?) {
            self.number = number
            self.bytes = bytes
        }

        init(_ line: NumberedLine) {
            number = line.number
            bytes = (try? line.content.get()).map(Array.init)
        }
    }

    /// The lines of a file that is held whole; no bytes for a line that is refused.
    private func obvious(_ file: [UInt8], longest: Int) -> [Seen] {
        file.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            var bytes = Array(line)
            if bytes.last == 0x0D { bytes.removeLast() }
            guard bytes.count <= longest else { return Seen(number: index + 1, bytes: nil) }
            if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
            guard bytes.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return nil }
            return Seen(
                number: index + 1,
                bytes: String(validating: bytes, as: UTF8.self).map { Array($0.utf8) }
            )
        }
    }

    private func split(
        _ file: [UInt8],
        into size: Int,
        longest: Int = LineSplitter.longest
    ) -> [NumberedLine] {
        var splitter = LineSplitter(longest: longest)
        var lines: [NumberedLine] = []
        for start in stride(from: 0, to: file.count, by: size) {
            lines += splitter.lines(in: file[start..<min(start + size, file.count)])
        }
        return lines + [splitter.lastLine()].compactMap(\.self)
    }
}
