import FoundationEssentials
import Glibc
import Support
import Testing

@testable import EventLog

/// Somebody who operates PostgreSQL servers: with a directory, and the server's own rights.
struct Operation {
    /// Where servers and files are made.
    let directory: String
    /// What commands see beside `PATH`.
    var variables: [String: String] = [:]

    private let user: User
    private let asServer: [String]

    fileprivate init(in directory: String) throws {
        self.directory = directory
        let binaries = try PrivateCluster(directory: directory, environment: User().environment).binaries()
        var user = User(adding: ["LC_ALL": "C", "POSTGRES": binaries.directory])
        user.directory = directory
        self.user = user
        // PostgreSQL refuses to run as root, and its own user cannot reach everything root can.
        asServer = getuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
        let owner = getuid() == 0 ? "postgres" : "$(id -un)"
        let made = try user.shell("mkdir bin && cp \"$(command -v annals)\" bin/ && chown -R \(owner) .")
        try #require(made.status == 0, "\(made.errors)")
    }

    /// How a database on one of the servers is reached.
    func database(_ name: String, on server: String) -> String {
        "host=\(directory)/\(server) user=annals dbname=\(name)"
    }

    /// Makes and starts a server in a directory of its name.
    mutating func makeServer(_ name: String) throws {
        variables[name.uppercased() + "_SERVER"] = database("postgres", on: name)
        try run(
            """
            mkdir \(name)
            initdb --pgdata=\(name)/data --username=annals --auth=trust --no-sync --no-locale --encoding=UTF8 >/dev/null
            echo "listen_addresses = ''
            unix_socket_directories = '\(directory)/\(name)'" >>\(name)/data/postgresql.conf
            pg_ctl start --pgdata=\(name)/data --log=\(name)/server.log --wait --silent
            """
        )
    }

    /// The commands of a page's section, block by block.
    func blocks(under heading: String) throws -> [String] {
        let tests = try #require(#filePath.firstRange(of: "Tests/CommandsTests"))
        let page = try String(
            contentsOfFile: #filePath[..<tests.lowerBound] + "docs/backup.md",
            encoding: .utf8
        )
        let section = page.split(separator: "\n## ").first { $0.hasPrefix(heading) } ?? ""
        return section.split(separator: "```").filter { $0.hasPrefix("sh\n") }.map { String($0.dropFirst(3)) }
    }

    /// What a database says of its log and of a relationship.
    func answers(_ database: String) throws -> [String] {
        try ["log --limit 1000", "show taliban us --at 2020-06-01", "history taliban us"].map { question in
            try run("annals \(question) --json --db \"\(database)\"").output
        }
    }

    /// Runs commands that all have to succeed.
    @discardableResult
    func run(_ script: String) throws -> Outcome {
        let outcome = try shell(script)
        try #require(outcome.status == 0, "\(script)\n\(outcome.output)\(outcome.errors)")
        return outcome
    }

    /// Runs commands until one fails.
    func shell(_ script: String) throws -> Outcome {
        var user = user
        user.environment.merge(variables) { $1 }
        user.environment["SCRIPT"] = script
        let words = asServer + ["env", "PATH=\(directory)/bin:$POSTGRES:$PATH", "sh", "-ec", "\"$SCRIPT\""]
        return try user.shell(words.joined(separator: " "))
    }

    fileprivate func stopServers() {
        _ = try? run(
            "for lock in */data/postmaster.pid; do pg_ctl stop --pgdata=${lock%/*} --mode=immediate --silent; done"
        )
    }
}

/// Runs a test with an operator in a directory of their own, and leaves nothing behind.
func withOperator(_ body: (inout Operation) throws -> Void) throws {
    let directory = try TemporaryDirectory.make(prefix: "annals-test-")
    defer { TemporaryDirectory.remove(directory) }
    var operation = try Operation(in: directory)
    defer { operation.stopServers() }
    try body(&operation)
}
