import Annals
import Testing

@Suite struct `A position` {
    @Test(arguments: [0, 1, 57, 999_999_999_999_999_999] as [Int64])
    func `is written with a number sign and read back`(_ number: Int64) {
        #expect(Position(rawValue: number).description == "#\(number)")
        #expect(Position("#\(number)") == Position(rawValue: number))
    }

    @Test(arguments: [
        "", "#", "57", "# 57", "#57 ", "#-1", "#+1", "#5 7", "#٣", "#1e3", "#99999999999999999999", "##1",
    ])
    func `is read from nothing else`(_ written: String) {
        #expect(Position(written) == nil)
    }

    @Test func `comes after those before it`() {
        #expect(Position(rawValue: 9) < Position(rawValue: 10))
        #expect(Version(rawValue: 9) < Version(rawValue: 10))
        #expect(Version(rawValue: 10).description == "10")
    }

    @Test func `moves on and back, but not out of what a log can hold`() {
        #expect(Position(rawValue: 9).advanced(by: 3) == Position(rawValue: 12))
        #expect(Position(rawValue: 9).advanced(by: -3) == Position(rawValue: 6))
        #expect(Position(rawValue: 9).advanced(by: -10) == Position(rawValue: 0))
        #expect(Position(rawValue: 9).advanced(by: .max) == Position(rawValue: .max))
        #expect(Position(rawValue: 0).advanced(by: .min) == Position(rawValue: 0))
    }
}
