import FoundationEssentials
import Glibc
import Support
import Testing

/// However large a file, or a line of it, little of it is held.
struct ImportMemoryTests {
    @Test func `100,000 rows take no more memory than some thousands`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        var text = "on,a,b,title,id\n"
        for row in 0..<100_000 { text += "2020,China,us,event,\(row)\n" }
        try folder.write("a.csv", text)
        let (outcome, peak) = try watched(["import", "a.csv", "-n"], in: folder)
        #expect(
            outcome.lines.prefix(2) == [
                "a.csv: a spreadsheet, 100000 rows", "100000 events would be recorded",
            ]
        )
        #expect(peak > 0 && peak < 256 << 10)
    }

    @Test(arguments: ["", "\""])
    func `a line without an end is not held, in quotes or not`(quote: String) throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let start =
            "on,a,b,title\n2020,China,us,one\n2020,China,us,\(quote)" + String(repeating: "x", count: 100_000)
        try folder.write("a.csv", start)
        try #require(truncate("\(folder.path)/a.csv", 120 << 20) == 0)
        let (outcome, peak) = try watched(["import", "a.csv", "-n"], in: folder)
        #expect(outcome.status == 65)
        #expect(outcome.lines[1] == "1 event would be recorded, 1 row rejected")
        #expect(outcome.errors.contains("\n  at line 3\n"))
        // Less than the line alone.
        #expect(peak > 0 && peak < 100 << 10)
    }

    /// Runs a command; how it ended, and the most memory it had, in KiB.
    private func watched(_ arguments: [String], in folder: ImportFolder) throws -> (Outcome, peak: Int) {
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        let run = try folder.user.start(arguments, input: input)
        let ended = Background { try run.wait() }
        var peak = 0
        while !ended.isOver {
            // Its line in proc(5): VmHWM:     12345 kB. The process is gone once it was waited for.
            let status = try? String(contentsOfFile: "/proc/\(run.process)/status", encoding: .utf8)
            let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            peak = max(peak, line.flatMap { Int($0.dropFirst(6).filter(\.isNumber)) } ?? 0)
            usleep(20_000)
        }
        return (try ended.value(), peak)
    }
}
