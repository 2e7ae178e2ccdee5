import Annals
import Testing

@Suite struct `A grade` {
    @Test func `is a letter from A to F and a digit from 1 to 6`() {
        let codes = "ABCDEF".flatMap { letter in (1...6).map { "\(letter)\($0)" } }
        #expect(codes.allSatisfy { Grade($0)?.code == $0 })
        #expect(Grade.unjudged.description == "F6")
    }

    @Test(arguments: ["", "B", "B0", "B7", "G2", "b2", "B2 ", "2B", "B22", "Ｂ2"])
    func `is nothing else`(_ code: String) {
        #expect(Grade(code) == nil)
    }
}
