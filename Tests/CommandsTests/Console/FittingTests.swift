import Support
import Testing

@testable import Commands

/// Lines as wide as somebody's screen, in its characters.
struct FittingTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `only a word alone is wider than the screen, and no word is lost`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let letters = Array("abcdefg北é→")
        let words = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            String(
                (0..<Int.random(in: 1...14, using: &random)).map { _ in letters.randomElement(using: &random)!
                }
            )
        }
        let indent = String(repeating: " ", count: Int.random(in: 0...8, using: &random))
        let line = indent + words.joined(separator: " ")
        let columns = Int.random(in: 8...60, using: &random)
        let lines = Fitting(ascii: false, columns: columns).lines([line])
        #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words)
        for part in lines where part.split(separator: " ").count > 1 { #expect(Width.of(part) <= columns) }
        #expect(Fitting(ascii: false, columns: nil).lines([line]) == [line])
    }

    @Test
    func `what goes on is indented deeper, and the spaces it was broken at are gone`() {
        let lines = Fitting(ascii: false, columns: 20).lines(["  one two  three four  five"])
        #expect(lines == ["  one two  three", "    four  five"])
    }

    @Test
    func `signs become one ASCII character each, and names stay`() {
        let lines = Fitting(ascii: true, columns: nil).lines(["Türkiye — Taliban · a → b … “x”"])
        #expect(lines == ["Türkiye - Taliban | a > b + \"x\""])
    }

    @Test(arguments: [38, 46, 60, 80, 120])
    func `every answer fits a terminal of that width`(columns: Int) throws {
        var user = try User.ofExample()
        user.environment["COLUMNS"] = "\(columns)"
        user.environment["TERM"] = "dumb"
        for command in [
            "show taliban us --at 2020-06-01", "diff taliban us --at 2020-03-01..2021-08-31",
            "network taliban --at 2021-09-01", "log taliban us", "why taliban us --at 2020-06-01",
            "history taliban us",
        ] {
            let output = try user.onTerminal("annals \(command) --no-pager").output
            let lines = output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
                String.init
            )
            #expect(lines.count > 5)
            let wide = lines.filter { Width.of($0) > columns && $0.split(separator: " ").count > 1 }
            #expect(wide.isEmpty, "\(command): \(wide)")
        }
    }

    @Test
    func `all that is drawn is ASCII where that is asked for`() throws {
        var user = try User.ofExample()
        user.environment["COLUMNS"] = "100"
        for command in [
            "show taliban us --at 2020-06-01", "diff taliban us --at 2020-03-01..2021-08-31",
            "network taliban --at 2021-09-01", "network --matrix --at 2001-09-01", "log taliban us",
            "history taliban us --format text",
        ] {
            let output = try user.shell("annals \(command) --ascii").output
            let others = Set(output.filter { !$0.isASCII })
            #expect(!output.isEmpty && others.isSubset(of: Set("éüïöç§’‘")), "\(command): \(others)")
        }
    }
}
