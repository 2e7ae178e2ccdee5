import FoundationEssentials
import Support
import Testing

/// The page about importing is a test: its files are made as it shows them, and its commands, run in order, write
/// what it says.
@Suite struct `The page about importing` {
    private static let page: String = {
        let root = #filePath.split(separator: "Tests/CommandsTests").first ?? ""
        return (try? String(contentsOfFile: root + "docs/importing.md", encoding: .utf8)) ?? ""
    }()

    @Test func `shows what annals makes of the files it shows`() throws {
        let folder = try ImportFolder()
        #expect(try folder.user.annals("init", "--example", "afghanistan").status == 0)
        for file in ConsoleExample.all(in: Self.page, of: "cat") {
            try folder.write(String(file.command.dropFirst("cat ".count)), file.output + "\n")
        }
        let examples = ConsoleExample.all(in: Self.page)
        try #require(examples.count >= 15)
        for example in examples {
            let outcome = try folder.user.shell("{ \(example.command)\n} 2>&1")
            #expect(outcome.output.normalised == example.output.normalised, "docs/importing.md \(example)")
        }
    }

    @Test func `tells of every format that is read`() {
        for name in ["ACLED", "ICEWS", "POLECAT", "GDELT", "Correlates of War", "TimelineJS"] {
            #expect(Self.page.contains("\n### \(name)\n"))
        }
    }
}

extension String {
    /// The lines without spaces at their ends, and without empty lines at the end; the day of recording as DAY.
    fileprivate var normalised: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.replacing(/\s+$/, with: "").replacing(/(\(#\d+, )\d{4}-\d\d-\d\d\)/) { "\($0.1)DAY)" }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
