import FoundationEssentials
import Glibc
import Support
import Testing

/// Signals to commands that have something to lose by going on, and files under way.
struct SignalsTests {
    /// A title that takes many seconds to draw.
    private static let drawn = Result {
        let database = try Databases.withActors()
        let title = String(repeating: "word ", count: 800_000)
        try User(of: database).append(
            #"{"on":"2020","actors":["china"],"recipients":["taliban"],"type":"ASSAULT","title":"\#(title)"}"#
        )
        return database
    }

    /// Starts to draw into a file, and sends signals once the program is at work on it.
    private func drawing(sending signals: [Int32]) throws -> (Outcome, files: [String]) {
        var user = User(of: try Self.drawn.get())
        user.directory = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(user.directory) }
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        let run = try user.start(
            ["history", "china", "taliban", "--format", "svg", "-o", "a.svg"],
            input: input
        )
        try waitUntil { try files(user) == ["a.svg.\(run.process).part"] && run.secondsAtWork > 0.5 }
        for signal in signals { run.signal(signal) }
        let outcome = try run.wait()
        return (outcome, try files(user))
    }

    private func files(_ user: User) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: user.directory)
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `the first ends a drawing with a word, and leaves no file`(signal: Int32) throws {
        let (outcome, files) = try drawing(sending: [signal])
        #expect(outcome.status == 130)
        #expect(outcome.errors == "error[interrupted]: stopped by you\nNothing was written.\n")
        #expect(files == [])
    }

    @Test(arguments: [[SIGPIPE], [SIGINT, SIGTERM], [SIGTERM, SIGHUP]])
    func `what ends it at once leaves no file either`(signals: [Int32]) throws {
        let (outcome, files) = try drawing(sending: signals)
        // Of two that wait, either may be handled first.
        #expect(signals.map { -$0 }.contains(outcome.status), "\(outcome.status)")
        #expect(files == [])
    }

    @Test(
        arguments: [
            ["import", "f"], ["append", "--file", "f"], ["audit", "f"], ["verify", "--checkpoint", "f"],
            ["checkpoint", "--key", "f"], ["import", "a.csv", "--map", "f"],
        ],
        [SIGINT, SIGTERM]
    )
    func `the first ends the wait for whoever is to write to a pipe`(command: [String], signal: Int32) throws
    {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", "on,a,b,title\n2020,china,us,x\n")
        let pipe = folder.path + "/f"
        try #require(mkfifo(pipe, 0o600) == 0)
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        let run = try folder.user.start(command, input: input)
        try waitUntil { run.holds(pipe) }
        run.signal(signal)
        let outcome = try run.wait()
        #expect(outcome.status == 130)
        #expect(outcome.errors == "error[interrupted]: stopped by you\nNothing was written.\n")
        #expect(try folder.user.logEnd() == 4)
    }

    @Test(arguments: [
        (
            "annals append --file /dev/zero", "the line is longer than 16777216 bytes",
            "What follows was not read"
        ),
        ("annals append < /dev/zero", "the line is longer than 16777216 bytes", "What follows was not read"),
        (
            "annals append --keep-good < /dev/zero", "the line is longer than 16777216 bytes",
            "nothing was written"
        ),
        (
            "annals import - < /dev/zero", "standard input has no line break in its first",
            "the first may have 16777216 bytes"
        ),
        ("annals audit /dev/zero", "larger than the 32 MB a receipt may have", "is this the right file?"),
        ("annals verify --checkpoint /dev/zero", "longer than the 16 MiB", "check the name"),
    ])
    func `what never ends is read as far as a line or a file may go`(
        line: String,
        words: String,
        help: String
    ) throws {
        let user = try User.ofExample()
        let outcome = try user.shell(line)
        #expect(outcome.status == 65, "\(outcome.errors)")
        #expect(outcome.errors.contains(words))
        #expect(outcome.errors.contains(help))
        #expect(try user.logEnd() == 162)
    }
}

extension ProgramRun {
    /// How long it has been computing.
    fileprivate var secondsAtWork: Double {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
            return 0
        }
        // After the name in parentheses; the times are the 12th and 13th of these, in hundredths of a second.
        let fields = text.drop { $0 != ")" }.split(separator: " ")
        return fields.count > 13 ? (Double(fields[12]) ?? 0) / 100 : 0
    }

    /// Whether it has a file open.
    fileprivate func holds(_ path: String) -> Bool {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd")) ?? []
        return files.contains {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\($0)")) == path
        }
    }
}
