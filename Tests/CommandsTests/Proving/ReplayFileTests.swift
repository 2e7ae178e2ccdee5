import EventLog
import FoundationEssentials
import Support
import Testing

/// `annals replay -o`: the projections as they were known, in a file for auditors.
struct ReplayFileTests {
    /// A directory for a test's files, gone afterwards.
    private func inDirectory(_ body: (String) throws -> Void) throws {
        let directory = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(directory) }
        try body(directory)
    }

    @Test
    func `is the same byte for byte, however much is corrected and withdrawn later`() throws {
        try inDirectory { directory in
            var user = try User.withActors()
            user.directory = directory
            func annals(_ arguments: String...) throws {
                let outcome = try user.annals(arguments)
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            try annals("append", "china", "taliban", "--on", "2019", "--title", "Visit", "--type", "CONSULT")
            try annals("append", "us", "taliban", "--on", "2020", "--title", "Strike", "--type", "ASSAULT")
            let made = try user.annals("replay", "-o", "then.jsonl")
            #expect(made.status == 0, "\(made.errors)")
            try annals("correct", "#5", "--on", "2018", "--because", "a year earlier")
            try annals("retract", "#6", "--because", "another's")
            try annals("append", "us", "taliban", "--on", "2001", "--title", "War", "--type", "ASSAULT")
            try annals("replay")
            try annals("replay", "--known", "#6", "-o", "now.jsonl")
            try annals("replay", "-o", "all.jsonl")
            #expect(try user.shell("cmp then.jsonl now.jsonl").status == 0)
            #expect(try user.shell("cmp -s then.jsonl all.jsonl").status == 1)

            // The digest is what others' tools say it is.
            let digest = try user.shell("sha256sum < then.jsonl").output.prefix(64)
            #expect(made.output.hasPrefix("then.jsonl: "))
            #expect(made.output.hasSuffix(" rows as known at #6, SHA-256 \(digest)\n"))
            let piped = try user.annals("replay", "--known", "#6", "-o", "-")
            #expect(piped.output == (try String(contentsOfFile: directory + "/then.jsonl", encoding: .utf8)))
            #expect(piped.errors.contains(String(digest)))
            let lines = piped.lines
            #expect(try Tree(#require(lines.first))["position"] == 6)
            #expect(
                try Tree(#require(lines.last))["rows"].keys == [
                    "activity", "actor", "actor_name", "effect", "known_month", "lane", "occurrence",
                    "set_aside",
                ]
            )
            #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(#"{"table":"#) })
            let json = try user.annals("replay", "--known", "#6", "-o", "third.jsonl", "--json").json
            #expect(json["sha256"] == .string(String(digest)))
            #expect(json["rows"].number == lines.count - 2)
        }
    }

    @Test
    func `a time and its position give the same`() throws {
        let user = try User.withActors()
        let recorded = try user.annals("log", "--limit", "1", "--json").json["recorded_at"].string
        let time = try #require(recorded)
        let byTime = try user.annals("replay", "--known", time, "-o", "-")
        #expect(byTime.status == 0, "\(byTime.errors)")
        #expect(byTime.output == (try user.annals("replay", "--known", "#4", "-o", "-").output))
        #expect(byTime.output == (try user.annals("replay", "-o", "-").output))
        #expect(try user.annals("replay", "--known", "2001", "-o", "-").jsonLines.first?["position"] == 0)
    }

    @Test(arguments: [
        ("#5", "the log ends at #4"), ("#x", "is not a position"), ("9000", "9000 is not over"),
        ("9000-01-01T00:00:00Z", "is not over"), ("2020-02-30", "2020-02-30"),
    ])
    func `what is not known yet is refused, and no file made`(known: String, word: String) throws {
        try inDirectory { directory in
            var user = try User.withActors()
            user.directory = directory
            let outcome = try user.annals("replay", "--known", known, "-o", "file")
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
            #expect(try user.shell("ls -A").output == "")
        }
    }

    @Test
    func `a file that is there is never replaced`() throws {
        try inDirectory { directory in
            var user = try User.withActors()
            user.directory = directory
            _ = try user.shell("echo evidence > file; ln -s nowhere link; mkdir sub")
            for name in ["file", "link", "sub", "/dev/full"] {
                let outcome = try user.annals("replay", "-o", name)
                #expect(outcome.status == 73)
                #expect(outcome.errors.hasPrefix("error[output]: \(name) is there already\nhelp: "))
            }
            #expect(try user.shell("cat file; ls").output == "evidence\nfile\nlink\nsub\n")
        }
    }

    @Test
    func `a place that cannot be written to is named`() throws {
        let user = try User.withActors()
        for name in ["/nonexistent/file", "/proc/file", "", "/tmp/" + String(repeating: "x", count: 300)] {
            let outcome = try user.annals("replay", "-o", name)
            #expect(outcome.status == 73, "\(name)")
            #expect(outcome.errors.hasPrefix("error[output]: cannot create \(name): "), "\(outcome.errors)")
        }
        #expect(try user.annals(["replay", "-o", "-"], output: .file("/dev/full")).status == 74)
    }

    @Test
    func `a full disk is told, and leaves nothing`() throws {
        try inDirectory { directory in
            var user = try User.ofExample()
            user.directory = directory
            // No file may be larger than 4 blocks, and the signal that says so is not heeded.
            let outcome = try user.shell("trap '' XFSZ; ulimit -f 4; exec annals replay -o file")
            #expect(outcome.status == 74)
            #expect(outcome.errors.hasPrefix("error[output]: cannot write file: File too large\n"))
            #expect(outcome.errors.hasSuffix("No file was left behind.\n"))
            #expect(try user.shell("ls -A").output == "")
        }
    }
}
