import FoundationEssentials
import Testing

/// The pictures the README shows are those that the commands draw of the record that ships with annals.
struct PicturePagesTests {
    private static let root = String(
        #filePath.prefix(
            upTo: #filePath.firstRange(of: "Tests/CommandsTests")?.lowerBound ?? #filePath.startIndex
        )
    )

    @Test(arguments: [
        ("taliban-united-states", "history taliban us"), ("taliban", "network taliban --at 2021"),
        ("matrix", "network taliban us pakistan china is-k al-qaeda --matrix --at 2021-10"),
    ])
    func `each is what its command draws`(name: String, command: String) throws {
        let path = "docs/pictures/\(name).svg"
        let words = command.split(separator: " ").map(String.init)
        let drawn = try User.ofExample().annals(words + ["--format", "svg"])
        #expect(drawn.status == 0, "\(drawn.errors)")
        let shown = try String(contentsOfFile: Self.root + path, encoding: .utf8)
        #expect(
            normalised(drawn.output) == normalised(shown),
            "draw it again: annals \(command) --format svg > \(path)"
        )
        #expect(try String(contentsOfFile: Self.root + "README.md", encoding: .utf8).contains("(\(path))"))
    }

    /// Without the day of recording and the root of the log, which are another whenever the record is loaded.
    private func normalised(_ svg: String) -> String {
        svg.replacing(/(\(#\d+, )\d{4}-\d\d-\d\d\)/) { "\($0.1)DAY)" }
            .replacing(/\b[0-9a-f]{16}\b/, with: "ROOT")
    }
}
