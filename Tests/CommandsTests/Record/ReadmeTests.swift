import EventLog
import FoundationEssentials
import Support
import Testing

/// The README is a test: every command it shows is run, in order, in one session on a database of its own, and
/// writes what the README says.
///
/// What differs from run to run is replaced on both sides before they are compared:
///
/// - a time, as `2026-11-22 22:59:59Z`, `2026-11-22 22:59Z` or `2026-11-22T22:59:59.123456Z`, by TIME;
/// - the day in `(#162, 2026-11-22)` and before ` (today)` by DAY: the day of recording, and today;
/// - a UUID whose version is 7, made when the event was recorded, by ID;
/// - the directory of the private cluster by DIRECTORY, and the size of the database and the server's version.
struct ReadmeTests {
    private static let page = (try? String(contentsOfFile: root + "README.md", encoding: .utf8)) ?? ""
    private static let examples = ConsoleExample.all(in: page)
    private static let root = String(
        #filePath.prefix(
            upTo: #filePath.firstRange(of: "Tests/CommandsTests")?.lowerBound ?? #filePath.startIndex
        )
    )

    @Test(.enabled(if: !examples.isEmpty, "README.md has no ```console block with an annals command yet"))
    func `every command shown writes what is shown`() throws {
        let home = try TemporaryDirectory.make(prefix: "annals-test-")
        var reader = User(adding: ["XDG_DATA_HOME": home + "/share", "HOME": home])
        reader.directory = home
        let cluster = PrivateCluster(directory: home + "/share/annals/pg", environment: reader.environment)
        defer {
            try? cluster.stop()
            TemporaryDirectory.remove(home)
        }
        #expect(Self.examples.first?.command == "annals init --example afghanistan")
        for example in Self.examples {
            let outcome = try reader.shell("{ \(example.command)\n} 2>&1")
            #expect(
                normalised(outcome.output) == normalised(example.output),
                "README.md \(example)"
            )
        }
    }

    @Test(.enabled(if: !examples.isEmpty, "README.md has no ```console block with an annals command yet"))
    func `every subcommand is mentioned`() throws {
        for subcommand in try Subcommand.all() {
            #expect(Self.page.contains("annals \(subcommand.name)"), "\(subcommand.name)")
        }
    }

    @Test
    func `every subcommand says what it is for`() throws {
        let subcommands = try Subcommand.all()
        #expect(subcommands.count >= 15)
        for subcommand in subcommands {
            #expect(!subcommand.abstract.isEmpty, "\(subcommand.name)")
            let help = try User().annals(["help"] + subcommand.name.split(separator: " ").map(String.init))
            #expect(help.status == 0)
            #expect(help.output.hasPrefix("OVERVIEW: "), "\(subcommand.name)")
        }
    }

    private func normalised(_ text: String) -> String {
        var text = text
        text.replace(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?Z/, with: "TIME")
        text.replace(/(\(#\d+, )\d{4}-\d\d-\d\d\)/) { "\($0.1)DAY)" }
        text.replace(/\d{4}-\d\d-\d\d \(today\)/, with: "DAY (today)")
        text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "ID")
        text.replace(/~?\/[^\s']*\/annals\/pg/, with: "DIRECTORY")
        text.replace(/PostgreSQL \d[^,]*, \d+ [kM]B/, with: "PostgreSQL VERSION, SIZE")
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.replacing(/\s+$/, with: "") }.joined(separator: "\n").trimmingNewlines
    }
}

extension String {
    fileprivate var trimmingNewlines: String {
        String(drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
    }
}
