import Testing

@testable import Commands

/// Columns that stay under each other.
struct TableTests {
    @Test
    func `cells of any script are as wide as they are shown`() {
        var table = Table()
        let names = ["Taliban", "北京", "한국", "👩‍👩‍👧‍👦", "e\u{301}tat", "\u{1B}[1mbold\u{1B}[0m"]
        for name in names { table.add([name, "|"]) }
        let places = table.lines.map { Width.of(String($0.prefix { $0 != "|" })) }
        #expect(Set(places) == [9])
    }

    @Test(arguments: ["طالبان", "ישראל", "شهرستان ۱۲", "𐤀𐤁"])
    func `a name from right to left keeps what is beside it in its place`(name: String) {
        var table = Table()
        table.add([name, "2020", "x"])
        table.add(["ab", "2021", "y"])
        let lines = table.lines
        #expect(lines[0].hasPrefix("\u{200E}\(name)\u{200E}"))
        #expect(!lines[1].contains("\u{200E}"))
        #expect(Width.of(lines[0]) == Width.of(lines[1]))
    }
}
