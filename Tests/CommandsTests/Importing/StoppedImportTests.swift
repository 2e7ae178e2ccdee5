import Glibc
import Postgres
import Support
import Testing

/// Imports that end before their time, and the same command again.
struct StoppedImportTests {
    /// How an import is stopped.
    enum Stop: CaseIterable {
        case killed, interrupted, disconnected

        /// What the command then ends with.
        var status: Int32 {
            switch self {
            case .killed: -SIGKILL
            case .interrupted: 130
            case .disconnected: 69
            }
        }
    }

    /// Rows of actors that are new in every chunk, some rows twice.
    private static func sheet(_ rows: Int) -> String {
        var text = "on,a,b,title,id\n"
        for row in 0..<rows {
            let number = row % 997 == 996 ? row - 400 : row
            text += "20\(10 + number % 9),Band \(number / 900),Group \(number % 40),e\(number),\(number)\n"
        }
        return text
    }

    private func stop(_ run: ProgramRun, _ how: Stop, in folder: ImportFolder) throws {
        switch how {
        case .killed: run.signal(SIGKILL)
        case .interrupted: run.signal(SIGINT)
        case .disconnected:
            _ = try folder.strings(
                """
                select pg_terminate_backend(pid)::text from pg_stat_activity
                 where datname = current_database() and application_name = 'annals/import'
                """
            )
        }
    }

    private func start(_ folder: ImportFolder) throws -> ProgramRun {
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        return try folder.user.start(["import", "a.csv", "--create-actors", "--keep-good"], input: input)
    }

    @Test func `leave after all the same log as one that nothing disturbed`() throws {
        var random = SplitMix64(seed: .random(in: .min ... .max))
        let seed = random
        let sheet = Self.sheet(20_000)
        let calm = try ImportFolder(), disturbed = try ImportFolder()
        for folder in [calm, disturbed] { try folder.write("a.csv", sheet) }
        #expect(try calm.annalsImport("a.csv", "--create-actors", "--keep-good").status == 0)

        for _ in 0..<3 {
            let how = Stop.allCases.randomElement(using: &random) ?? .killed
            let before = try disturbed.end()
            // Until some rows more are in, at least two chunks, or a moment after.
            let rows = Int.random(in: 0...5000, using: &random),
                moment = UInt32.random(in: 0...400_000, using: &random)
            let run = try start(disturbed)
            try waitUntil { try disturbed.imports() > 0 && disturbed.end() >= min(before + rows, 15_000) }
            usleep(moment)
            try stop(run, how, in: disturbed)
            let outcome = try run.wait()
            #expect([how.status, 0].contains(outcome.status), "\(seed): \(outcome.errors)")
        }
        let last = try disturbed.annalsImport("a.csv", "--create-actors", "--keep-good")
        #expect(last.status == 0, "\(seed): \(last.errors)")
        #expect(try disturbed.content() == calm.content(), "\(seed)")
        #expect(try disturbed.user.annals("verify").status == 0)
    }

    @Test(arguments: Stop.allCases)
    func `between its actors and its events goes on from there`(how: Stop) throws {
        let calm = try ImportFolder(), disturbed = try ImportFolder()
        for folder in [calm, disturbed] { try folder.write("a.csv", Self.sheet(40)) }
        #expect(try calm.annalsImport("a.csv", "--create-actors").status == 0)

        // Whoever appends does not take this lock, whoever imports does.
        let holder = try disturbed.database.connect()
        try holder.execute("begin")
        try holder.run(script: "select pg_advisory_xact_lock(1634627169, 1024)")
        let run = try start(disturbed)
        try waitUntil { try disturbed.waitingImports() == 1 }
        try stop(run, how, in: disturbed)
        let outcome = try run.wait()
        #expect(outcome.status == how.status)
        if how == .interrupted { #expect(outcome.errors.contains("the same command goes on from there")) }
        #expect(try disturbed.titles() == [])
        #expect(try disturbed.names == ["a.csv"] || how == .killed)
        try holder.execute("rollback")
        #expect(try disturbed.annalsImport("a.csv", "--create-actors").status == 0)
        #expect(try disturbed.content() == calm.content())
    }

    @Test func `a file that grows meanwhile is not taken for whole, and then whole`() throws {
        let folder = try ImportFolder()
        try folder.write("a.csv", Self.sheet(9000))
        let holder = try folder.database.connect()
        try holder.execute("begin")
        try holder.run(script: "select pg_advisory_xact_lock(1634627169, 1024)")
        let run = try start(folder)
        try waitUntil { try folder.waitingImports() == 1 }
        try folder.write("a.csv", Self.sheet(9001))
        try holder.execute("rollback")
        let outcome = try run.wait()
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("a.csv was changed while it was read"))
        #expect(try folder.annalsImport("a.csv", "--create-actors").status == 0)
        #expect(try folder.titles() == folder.expectedTitles(9001))
        #expect(try folder.user.annals("verify").status == 0)
    }

    @Test
    func `three of one file at once say together how many actors there are, and record each event once`()
        throws
    {
        let folder = try ImportFolder(actors: Databases.actors)
        let rows = (0..<300).map { "2020,Band \($0),Group \($0 % 30),event \($0),\($0)\n" }
        try folder.write("a.csv", "on,a,b,title,id\n" + rows.joined())
        let user = folder.user
        let imports = (0..<3).map { _ in Background { try user.annals("import", "a.csv", "--create-actors") }
        }
        let reports = try imports.map { running in
            let outcome = try running.value()
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.lines[1]
        }
        func sum(_ what: String) -> Int {
            reports.flatMap { $0.split(separator: ", ") }.filter { $0.hasSuffix(what) }
                .compactMap { Int($0.prefix { $0.isNumber }) }.reduce(0, +)
        }
        #expect(sum("actors registered") == 330, "\(reports)")
        #expect(sum("events recorded") == 300, "\(reports)")
    }

    @Test func `two at once into one database both end, and others append meanwhile`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        for name in ["x", "y"] {
            let rows = (0..<6000).map { "2020,Band \($0 / 500),Group \($0 % 30),\(name)\($0),\(name)\($0)\n" }
            try folder.write("\(name).csv", "on,a,b,title,id\n" + rows.joined())
        }
        let user = folder.user
        let imports = ["x", "y"].map { name in
            Background { try user.annals("import", "\(name).csv", "--create-actors", "--keep-good") }
        }
        try waitUntil { try folder.end() > 100 }
        var appended = 0
        while imports.contains(where: { !$0.isOver }) {
            let before = try folder.end()
            let outcome = try user.annals(
                "append",
                "china",
                "us",
                "--on",
                "2020",
                "--title",
                "append \(appended)"
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
            appended += 1
            let position = try folder.strings(
                """
                select l.position::text from annals.log l join annals.entry e using (event_id, revision)
                 where e.title = \("append \(appended - 1)")
                """
            )
            // What was under way then, of either import, and what came just before it.
            #expect(try #require(Int(position[0])) - before < 4 * 4200)
        }
        for running in imports {
            let outcome = try running.value()
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.lines[1].hasPrefix("6000 events recorded"))
        }
        #expect(appended > 0)
        let titles = try folder.titles()
        #expect(titles.count == 12_000 + appended)
        #expect(Set(titles).count == titles.count)
        #expect(titles.filter { $0.hasPrefix("x") } == (0..<6000).map { "x\($0)" })
        #expect(titles.filter { $0.hasPrefix("y") } == (0..<6000).map { "y\($0)" })
        #expect(try folder.strings("select name from annals.actor where name like 'Group %'").count == 30)
        #expect(try user.annals("verify").status == 0)
    }
}

extension ImportFolder {
    /// Where the log ends.
    fileprivate func end() throws -> Int {
        try strings("select position::text from annals.log_head").first.flatMap { Int($0) } ?? 0
    }

    /// How many sessions imports have.
    fileprivate func imports() throws -> Int {
        try strings(
            """
            select pid::text from pg_stat_activity
             where datname = current_database() and application_name = 'annals/import'
            """
        ).count
    }

    /// Titles of so many rows, each once.
    fileprivate func expectedTitles(_ rows: Int) -> [String] {
        (0..<rows).filter { $0 % 997 != 996 }.map { "e\($0)" }
    }
}
