import Glibc
import Postgres
import Support

/// Somebody who runs `annals`: with an environment of their own and nothing of the tests'.
///
/// ```swift
/// let ada = try User(of: TestDatabase())
/// let outcome = try ada.annals("show", "taliban", "us")
/// ```
struct User: Sendable {
    /// The variables the command sees.
    var environment: [String: String]
    /// Where it is run.
    var directory = "/"

    /// Somebody named ada, in a time zone and language where a day or a letter case would show.
    init(adding variables: [String: String] = [:]) {
        let outer = TemporaryDirectory.processEnvironment
        environment = [
            "ANNALS_ACTOR": "ada", "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent/share",
            "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8",
        ].merging(variables) { $1 }
        for name in ["PATH", "LD_LIBRARY_PATH", "ANNALS_PG_BIN"] where environment[name] == nil {
            environment[name] = outer[name]
        }
    }

    /// Somebody whose database a variable names.
    init(of database: TestDatabase, adding variables: [String: String] = [:]) {
        self.init(adding: ["ANNALS_DB": database.connectionString].merging(variables) { $1 })
    }

    /// Somebody with a role of their own, a member of another, who uses a database.
    init(of database: TestDatabase, as role: String) throws {
        let name = "user_" + String(UInt64.random(in: .min ... .max), radix: 36)
        try database.connect().run(script: "create role \(name) login; grant \(role) to \(name)")
        self.init(adding: ["ANNALS_DB": database.connectionString + " user=" + name])
    }

    /// Runs `annals` and waits for its end.
    func annals(_ arguments: String..., input: String = "") throws -> Outcome {
        try annals(arguments, input: Array(input.utf8))
    }

    /// Runs `annals` with bytes as its input.
    func annals(
        _ arguments: [String],
        input: [UInt8] = [],
        output: ProgramRun.Destination = .collected
    ) throws -> Outcome {
        let file = try ProgramRun.namelessFile(holding: input)
        defer { close(file) }
        return try start(arguments, input: file, output: output).wait()
    }

    /// Starts `annals`, for a test that does something while it runs.
    func start(
        _ arguments: [String],
        input: Int32,
        output: ProgramRun.Destination = .collected
    ) throws -> ProgramRun {
        try ProgramRun(
            ProgramRun.annals,
            arguments,
            environment: environment,
            directory: directory,
            input: input,
            output: output
        )
    }

    /// Runs a line as a shell does that finds `annals` first.
    func shell(_ line: String) throws -> Outcome {
        let file = try ProgramRun.namelessFile()
        defer { close(file) }
        var environment = environment
        environment["PATH"] = Self.folder + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        let run = try ProgramRun(
            "/bin/sh",
            ["-c", line],
            environment: environment,
            directory: directory,
            input: file
        )
        return try run.wait()
    }

    /// Where `annals` is.
    static let folder = ProgramRun.folder
}
