import Glibc
import Support
import Testing

@testable import Commands

/// How wide a text is on a terminal.
struct WidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("o\u{302}\u{323}", 1), ("北京", 4), ("ﾊﾝｶｸ", 4),
        ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("العربية", 7), ("می\u{200C}خواهم", 7), ("עִבְרִית", 5),
        ("ไทย", 3), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇺🇸", 2), ("🇦🇫🇵🇰", 4), ("❤️", 2), ("❤", 1),
        ("🏳️‍🌈", 2), ("a\u{200B}b", 2), ("x\u{200E}", 1), ("a\u{20DD}", 1), ("a\u{E0100}", 1), ("a\u{AD}b", 3),
        ("\u{1B}[38;5;166m▁\u{1B}[0m war", 5),
    ])
    func `counts columns, not characters`(text: String, columns: Int) {
        #expect(Width.of(text) == columns, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
    }

    /// What a random text is made of.
    ///
    /// Terminals disagree about conjuncts of Indic scripts, so there are none.
    private static let pieces = [
        "a", " ", "Zoë", "e\u{301}", "Nguyễn", "北京", "日本語", "ﾊﾝｶｸ", "한국", "\u{1112}\u{1161}\u{11AB}",
        "العربية",
        "شهرِستان", "می\u{200C}خواهم", "עִבְרִית", "தமிழ்", "ไทย", "ខ្មែរ", "👍", "👍🏽", "👩‍👩‍👧‍👦", "🇺🇸", "🇦🇫🇵🇰", "❤️",
        "❤", "☀️", "🏳️‍🌈", "😀", "…", "—", "Ｆｕｌｌ", "\u{AD}", "\u{200B}", "x\u{200E}", "\u{2060}", "ẞ", "👨🏿‍🚀", "𝒜",
        "𐤀", "ﷺ",
        "⌚", "⌨️", "㍿", "⚠️", "ᄀ", "。", "（", "𠀀", "𛀀", "🀄", "Ω", "Ж",
    ]

    @Test
    func `agrees with wcwidth, which others use, on whatever is put together`() throws {
        var random = SplitMix64(seed: 4)
        let texts = (0..<2000).map { _ in
            (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }.joined() + "x"
        }
        let input = try ProgramRun.namelessFile(holding: Array(texts.joined(separator: "\n").utf8))
        defer { close(input) }
        let script = """
            import sys
            try:
                from wcwidth import wcswidth, __version__
                assert tuple(int(n) for n in __version__.split(".")[:2]) >= (0, 3)
            except Exception:
                sys.exit(99)
            for line in sys.stdin.buffer.read().decode().split("\\n"):
                print(wcswidth(line))
            """
        let environment = TemporaryDirectory.processEnvironment
        let outcome = try ProgramRun(
            "python3",
            ["-c", script],
            environment: environment,
            directory: "/",
            input: input
        ).wait()
        // Not installed here, or older than what it says today.
        guard outcome.status != 99, outcome.status != 127 else { return }
        #expect(outcome.status == 0, "\(outcome.errors)")
        for (text, columns) in zip(texts, outcome.lines.map { Int($0) }) where Width.of(text) != columns {
            Issue.record("\(text): \(Width.of(text)), not \(columns ?? -1)")
        }
    }

    @Test
    func `cuts a line by columns, and never within a character or an escape`() {
        #expect(Printable.line("北京市", most: 6) == "北京市")
        #expect(Printable.line("北京市", most: 5) == "北京…")
        #expect(Printable.line("北京市", most: 4) == "北…")
        #expect(Printable.line("abcdef", most: 6) == "abcdef")
        #expect(Printable.line("abcdefg", most: 6) == "abcde…")
        #expect(Printable.line("ab\u{1B}c", most: 7) == "ab…")
        #expect(Printable.line("e\u{301}e\u{301}e\u{301}", most: 2) == "e\u{301}…")
        #expect(Printable.line("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", most: 3) == "👩‍👩‍👧‍👦…")
        #expect(Printable.line("a\nb", most: 9) == "a ⏎ b")
        var random = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let text = (0..<9).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let most = Int.random(in: 1...20, using: &random)
            let line = Printable.line(text, most: most)
            #expect(Width.of(line) <= most)
            #expect(line == Printable.line(text) || line.hasSuffix("…"))
        }
    }
}
