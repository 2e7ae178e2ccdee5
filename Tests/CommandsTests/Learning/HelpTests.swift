import FoundationEssentials
import Testing

@testable import Commands

/// `annals help`.
struct HelpTests {
    @Test(arguments: HelpTopic.allCases)
    func `a topic fits 80 columns of plain text`(topic: HelpTopic) throws {
        let outcome = try User().annals("help", topic.rawValue)
        #expect(outcome.status == 0)
        #expect(outcome.output == topic.text + "\n")
        #expect(outcome.lines.filter { $0.count > 80 || $0.contains("\t") || $0.hasSuffix(" ") } == [])
    }

    @Test
    func `alone it lists the commands and the topics`() throws {
        let output = try User().annals("help").output
        #expect(output.hasPrefix(try User().annals("--help").output))
        for topic in HelpTopic.allCases { #expect(output.contains("\n  \(topic.rawValue)  ")) }
    }

    @Test(arguments: [["show"], ["actor", "add"], ["actor"], ["help"], ["completions"]])
    func `of a command it tells what --help tells`(command: [String]) throws {
        let outcome = try User().annals(["help"] + command)
        #expect(outcome.status == 0)
        #expect(try outcome.output == User().annals(command + ["--help"]).output)
    }

    @Test(arguments: [["nix"], ["show", "nix"], ["dates", "show"], ["\u{1B}[31m"]])
    func `of what there is not it says what there is`(words: [String]) throws {
        let outcome = try User().annals(["help"] + words)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("there is dates, exit-codes, formats, environment"))
        #expect(!outcome.errors.contains("\u{1B}"))
    }

    @Test
    func `tells of every exit code`() {
        let lines = HelpTopic.exitCodes.text.split(separator: "\n").map { $0.split(separator: " ") }
        let told = lines.compactMap { $0.first.flatMap { Int32($0) } }
        #expect(told == [0] + Failure.Code.allCases.map(\.rawValue))
    }

    @Test
    func `tells of every variable that is read`() throws {
        let sources =
            String(#filePath.prefix(upTo: try #require(#filePath.firstRange(of: "Tests/")?.lowerBound)))
            + "Sources"
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter {
            $0.hasSuffix(".swift")
        }
        var read: Set<String> = []
        for file in files {
            let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
            for found in text.matches(of: /(?:environment|all)\[\s*"([A-Z_]+)"/) {
                read.insert(String(found.1))
            }
            for found in text.matches(of: /case \w+ = "([A-Z]+_[A-Z]+)"/) { read.insert(String(found.1)) }
            for found in text.matches(of: /"(PG[A-Z]+)"/) { read.insert(String(found.1)) }
            for found in text.matches(of: /setenv\("([A-Z_]+)"/) { read.insert(String(found.1)) }
        }
        #expect(
            read.isSuperset(of: ["ANNALS_DB", "DATABASE_URL", "ANNALS_ACTOR", "NO_COLOR", "XDG_DATA_HOME"])
        )
        // One of libpq's other variables, for completions alone.
        read.remove("PGCONNECT_TIMEOUT")
        // The Persian Gulf, in GDELT.
        read.remove("PGS")
        let told = HelpTopic.environment.text.split { !$0.isUppercase && $0 != "_" }.map(String.init)
        #expect(read.subtracting(told) == [])
    }
}
