import Annals
import Testing

@Suite struct `What cannot be seen` {
    @Test(arguments: [
        ("a\u{1B}[31m", #"a\u{1b}[31m"#), ("\u{0}\u{7F}\u{9B}", #"\u{0}\u{7f}\u{9b}"#),
        ("\u{202E}a\u{2066}b\u{200F}", #"\u{202e}a\u{2066}b\u{200f}"#), ("pay\u{AD}pal", #"pay\u{ad}pal"#),
        ("a\u{200B}b\u{2060}c\u{FEFF}", #"a\u{200b}b\u{2060}c\u{feff}"#), ("a\u{2028}b", #"a\u{2028}b"#),
        ("\u{3164}\u{FFA0}\u{61C}\u{180E}", #"\u{3164}\u{ffa0}\u{61c}\u{180e}"#),
        ("x\u{E0041}\u{E0042}", #"x\u{e0041}\u{e0042}"#),
        ("\u{FFFE}\u{1FFFF}\u{FFF9}", #"\u{fffe}\u{1ffff}\u{fff9}"#),
        ("pay\u{200C}pal \u{200D}", #"pay\u{200c}pal \u{200d}"#),
    ])
    func `is made plain`(text: String, plain: String) {
        #expect(text.revealingHidden() == plain)
        #expect(plain.revealingHidden() == plain)
    }

    @Test(arguments: [
        "", "Doha agreement", "“Café” – naïve … №", "می\u{200C}خواهم", "क्\u{200D}ष", "ന്\u{200D}", "شهرِستان",
        "👩\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}\u{200D}🔥", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "葛\u{E0100}",
        "한국 \u{1112}\u{1161}\u{11AB}",
        "中華人民共和國", "\u{FFFD}", "\u{600}١", "e\u{301}",
    ])
    func `is nothing that a script or a picture is made of`(text: String) {
        #expect(text.revealingHidden() == text)
        #expect(text.revealingHiddenInJSON == text)
    }

    @Test func `is kept where it is asked for`() {
        #expect("a\nb\tc\rd".revealingHidden(keeping: ["\n", "\t"]) == #"a"# + "\nb\tc" + #"\u{d}d"#)
        #expect("a\nb\tc\u{2029}d\u{85}e\u{0}".revealedOnOneLine == #"a b c d e\u{0}"#)
        #expect(
            "a\r\nb\rc\n\r\n\r".withLineFeeds.unicodeScalars.elementsEqual("a\nb\rc\n\n\r".unicodeScalars)
        )
    }

    @Test func `is escaped in JSON, by twos where it needs two`() {
        #expect("\"\u{202E}\u{7F}\"\n".revealingHiddenInJSON == "\"\\u202e\\u007f\"\n")
        #expect("\u{E0041}".revealingHiddenInJSON == #"\udb40\udc41"#)
    }
}
