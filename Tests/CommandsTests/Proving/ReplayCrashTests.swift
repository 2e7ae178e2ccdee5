import Glibc
import Logging
import Postgres
import Support
import Testing

@testable import EventLog

/// `annals replay` on a server that is killed under it.
struct ReplayCrashTests {
    private static let silent = Logger(label: "annals.tests") { _ in SwiftLogNoOpLogHandler() }

    /// Runs a test with a server of its own, whose commits survive it.
    private func withServer(_ body: (PrivateCluster, User) throws -> Void) throws {
        let directory = try TemporaryDirectory.make(prefix: "annals-test-")
        let cluster = PrivateCluster(
            directory: directory + "/pg",
            settings: ServerSettings(
                values: ServerSettings.throwaway.values + [("synchronous_commit", "on")]
            ),
            environment: TemporaryDirectory.processEnvironment
        )
        defer {
            try? cluster.stop()
            TemporaryDirectory.remove(cluster.socketDirectory)
            TemporaryDirectory.remove(directory)
        }
        try cluster.create(logger: Self.silent)
        try cluster.start(logger: Self.silent)
        try body(cluster, User(adding: ["ANNALS_DB": cluster.connectionString(database: "postgres")]))
    }

    /// How far the version being built is, while somebody builds it; nil when nobody does.
    private func reached(_ cluster: PrivateCluster) throws -> Int64? {
        let connection = try Connection(
            ConnectionParameters(
                cluster.connectionString(database: "postgres"),
                applicationName: "annals/tests"
            )
        )
        return try connection.first(
            """
            select position from annals.projection
             where status = 'building'
               and exists (select from pg_stat_activity where application_name = 'annals/replay')
            """
        ) { row throws(PostgresError) in try row[0, as: Int64.self] }
    }

    @Test func `which is killed with all its processes, it leaves the answers as they are`() throws {
        try withServer { cluster, user in
            #expect(try user.annals("init").status == 0)
            try user.append(Databases.actors)
            try user.appendEvents(5_500)
            let questions = [
                ["show", "china", "taliban", "--at", "2020", "--json"],
                ["history", "pakistan", "us", "--json"],
                ["log", "--limit", "10000", "--json"],
            ]
            let answers = try questions.map { try user.annals($0).output }
            try #require(answers.allSatisfy { !$0.isEmpty })
            var killed = 0
            // As it begins, after its first page, and as it goes on from there.
            for (round, least) in [0, 1, 1].enumerated() {
                let file = try ProgramRun.namelessFile()
                defer { close(file) }
                let run = try user.start(["replay"], input: file)
                try waitUntil { try reached(cluster) ?? -1 >= least }
                let processes = ServerProcesses(of: cluster)
                if round == 1 { processes.killFirst() } else { processes.killAll() }
                let outcome = try run.wait()
                if outcome.status != 0 {
                    killed += 1
                    #expect(outcome.status == 69, "\(outcome.errors)")
                    #expect(outcome.errors.contains("The answers are whole."), "\(outcome.errors)")
                }
                try cluster.start(logger: Self.silent)
                #expect(try questions.map { try user.annals($0).output } == answers)
            }
            #expect(try user.annals("replay", "--check").status == 0)
            #expect(killed > 0)
            let last = try user.annals("replay")
            #expect(last.status == 0, "\(last.errors)")
            #expect(try user.annals("replay", "--check").status == 0)
            #expect(try user.annals("verify").status == 0)
            #expect(try questions.map { try user.annals($0).output } == answers)
        }
    }
}
