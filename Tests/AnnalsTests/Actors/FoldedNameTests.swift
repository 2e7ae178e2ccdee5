import Annals
import Testing

@Suite struct `A folded name` {
    @Test(arguments: [
        ("Islamic State", "islamic state"), ("islamic-state", "islamic state"),
        ("ISLAMIC_STATE", "islamic state"),
        ("  Islamic \t\n State ", "islamic state"), ("Islamic\u{A0}State", "islamic state"),
        ("Haqqani - Network", "haqqani network"), ("ÎLE", "île"), ("Ἀθῆναι", "ἀθῆναι"),
        ("ПАКИСТАН", "пакистан"),
        ("iso3:USA", "iso3:usa"), ("طالبان", "طالبان"), ("-", ""), ("", ""),
    ])
    func `has one case and one space between words`(_ written: String, _ folded: String) {
        #expect(FoldedName(written).text == folded)
        #expect(FoldedName(folded) == FoldedName(written))
        #expect(FoldedName(written).description == folded)
    }

    @Test func `is the same however its accents are written`() {
        #expect(FoldedName("\u{CE}le") == FoldedName("I\u{302}LE"))
        #expect(FoldedName("taliban") != FoldedName("talib an"))
    }
}
