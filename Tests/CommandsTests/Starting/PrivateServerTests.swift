import EventLog
import FoundationEssentials
import Glibc
import Support
import Testing

/// The server of a private cluster: who comes to it, and when it is started anew.
@Suite struct `the server of a private cluster` {
    @Test func `is made, with its database, by ten commands at once`() throws {
        try User.atHome { user, _ in
            try together(10) { _ in
                let outcome = try user.annals("init", "--example", "afghanistan")
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            #expect(try user.logEnd() == 162)
        }
    }

    @Test func `lets a reader in, as status says, who changes nothing`() throws {
        try User.atHome { user, cluster in
            #expect(try user.annals("init").status == 0)
            #expect(try user.annals("actor", "add", "fiji", "Fiji").status == 0)
            let status = try user.annals("status").output
            let line = try #require(status.firstMatch(of: /to query it  (psql .*)\n/)).output.1
            #expect(line.contains("user=reader"))
            #expect(status.contains("as a superuser, who may: user=annals"))
            let read = try user.shell("\(line) -Atc 'select slug from annals.actor'")
            #expect(read.output == "fiji\n", "\(read.errors)")
            for statement in ["delete from annals.actor", "create table annals.mine ()", "set role annals"] {
                let refused = try user.shell("\(line) -c '\(statement)'")
                #expect(refused.status == 1)
                #expect(refused.errors.contains("permission denied"), "\(statement): \(refused.errors)")
            }
            // A cluster from before has it after the next init.
            let owner = cluster.connectionString(database: "annals")
            #expect(try user.shell("psql \"\(owner)\" -qc 'drop role reader'").status == 0)
            #expect(try user.annals("init").status == 0)
            #expect(try user.shell("\(line) -Atc 'select slug from annals.actor'").output == "fiji\n")
        }
    }

    @Test func `is started anew once another version of its programs is installed`() throws {
        try User.atHome { user, cluster in
            #expect(try user.annals("init").status == 0)
            let before = try #require(cluster.serverVersion)
            let process = try cluster.server()
            var updated = user
            updated.environment["ANNALS_PG_BIN"] = try fakeUpdate(of: user, in: user.directory)

            // Not under the feet of somebody else.
            let other = try IdleSession(of: user, cluster)
            let note =
                "note: PostgreSQL \(before).99 is installed, and the private cluster's server is still \(before)"
            let spared = try updated.annals("status")
            #expect(spared.status == 0)
            #expect(spared.errors == note + "; annals init starts it anew, which ends 1 other session\n")
            #expect(try cluster.server() == process)
            try other.end()
            try waitUntil { try updated.annals("status").errors == note + ": starting it anew\n" }
            let second = try cluster.server()
            #expect(second != process)

            let another = try IdleSession(of: user, cluster)
            let initialised = try updated.annals("init")
            #expect(initialised.status == 0)
            #expect(initialised.errors.hasPrefix(note + ": starting it anew, which ends 1 other session\n"))
            #expect(try cluster.server() != second)
            try another.end()
            // With the programs it was started with there is nothing to say.
            #expect(try user.annals("status").errors == "")
        }
    }

    /// A directory of the same programs, which say that they are of a later minor version.
    private func fakeUpdate(of user: User, in directory: String) throws -> String {
        let real = try #require(
            PrivateCluster(directory: directory + "/annals/pg", environment: user.environment).programs
        )
        let made = try user.shell(
            """
            mkdir update && for name in initdb pg_ctl pg_isready postgres; do
                printf '%s\\n' '#!/bin/sh' 'if [ "$1" = --version ]; then' \
                    "\(real)/$name --version | sed 's/) [0-9.]*/&.99/'" 'exit; fi' \
                    "exec \(real)/$name \\"\\$@\\"" >update/$name
                chmod 755 update/$name
            done
            """
        )
        try #require(made.status == 0, "\(made.errors)")
        return directory + "/update"
    }
}

/// A session of psql that waits for what is typed.
private struct IdleSession {
    private let psql: ProgramRun
    private let typing: Int32

    init(of user: User, _ cluster: PrivateCluster) throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        psql = try ProgramRun(
            "psql",
            [cluster.connectionString(database: "postgres"), "-qAtX"],
            environment: user.environment,
            directory: "/",
            input: ends[0]
        )
        close(ends[0])
        typing = ends[1]
        let words = Array("select 'here';\n".utf8)
        #expect(write(typing, words, words.count) == words.count)
        let run = psql
        try waitUntil { run.outputSoFar.contains("here") }
    }

    /// Ends it, as Ctrl-D does.
    func end() throws {
        close(typing)
        _ = try psql.end()
    }
}

extension PrivateCluster {
    /// The first process of the running server.
    fileprivate func server() throws -> String {
        try String(contentsOfFile: directory + "/data/postmaster.pid", encoding: .utf8)
            .split(separator: "\n").first.map(String.init) ?? ""
    }
}
