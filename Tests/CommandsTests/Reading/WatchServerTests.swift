import EventLog
import Glibc
import Logging
import Support
import Testing

/// `annals watch`, on a private server that goes away and comes back.
struct WatchServerTests {
    /// Runs a test with a home of its own, in which a private cluster has four actors.
    private func withHome(_ body: (User, PrivateCluster, ProgramRun) throws -> Void) throws -> Outcome {
        try User.atHome { user, cluster in
            #expect(try user.annals("init").status == 0)
            try user.append(Databases.actors)
            let file = try ProgramRun.namelessFile()
            defer { close(file) }
            let run = try user.start(["watch", "--since", "#0"], input: file)
            do {
                try waitUntil { run.outputSoFar.contains("#4") }
                try body(user, cluster, run)
            } catch {
                run.signal(SIGKILL)
                _ = try run.wait()
                throw error
            }
            let all = try user.annals("log").output
            try waitUntil { run.outputSoFar.utf8.count >= all.utf8.count }
            run.signal(SIGINT)
            let outcome = try run.wait()
            #expect(outcome.output == all)
            return outcome
        }
    }

    private func append(_ user: User, _ title: String) throws {
        try user.append(#"{"on":"2021","actors":["china"],"recipients":["taliban"],"title":"\#(title)"}"#)
    }

    @Test
    func `that was stopped is not started by it, and it goes on once others have started it`() throws {
        let outcome = try withHome { user, cluster, run in
            try cluster.stop()
            try waitUntil { run.errorsSoFar.contains("note: lost the server, waiting for it: ") }
            // Long enough for it to have tried several times.
            usleep(300_000)
            #expect(!cluster.isRunning)
            try append(user, "after the stop")
            try waitUntil { run.outputSoFar.contains("after the stop") }
        }
        #expect(outcome.status == 130)
        #expect(outcome.errors.contains("note: the server is back\n"))
        #expect(outcome.errors.hasSuffix("Resume with: annals watch --since '#5'\n"))
    }

    @Test
    func `that is killed again and again while others write costs it no entry, and none is told twice`()
        throws
    {
        let outcome = try withHome { user, cluster, run in
            let writing = Background {
                for number in 1...24 { try append(user, "event \(number) of them") }
            }
            for round in 1...3 {
                try waitUntil { run.outputSoFar.contains("event \(round * 6) of them") || writing.isOver }
                let processes = ServerProcesses(of: cluster)
                if round == 2 { processes.killFirst() } else { processes.killAll() }
            }
            try writing.value()
        }
        #expect(outcome.status == 130)
        #expect(outcome.errors.hasSuffix("Resume with: annals watch --since '#28'\n"))
    }

    @Test func `that is away for longer than --wait says is given up, and where to go on is said`() throws {
        try User.atHome { user, cluster in
            #expect(try user.annals("init").status == 0)
            try user.append(Databases.actors)
            let file = try ProgramRun.namelessFile()
            defer { close(file) }
            let run = try user.start(["watch", "--since", "#0", "--wait", "500ms"], input: file)
            try waitUntil { run.outputSoFar.contains("#4") }
            try cluster.stop()
            let outcome = try run.wait()
            #expect(outcome.status == 69, "\(outcome.errors)")
            #expect(outcome.errors.hasSuffix("Resume with: annals watch --since '#4'\n"))
        }
    }

    @Test func `is not asked for what comes after the end of the log`() throws {
        let user = try User.withActors()
        for command in [["watch"], ["log"]] {
            let outcome = try user.annals(command + ["--since", "#99"])
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("the log ends at #4, before #99"))
        }
    }
}
