import Foundation
import Support
import Testing

@testable import EventLog

@Suite struct `the server of a private cluster` {
    @Test func `answers only on its socket, with checksums and durable commits`() throws {
        try withTemporaryCluster(settings: .durable) { cluster in
            try cluster.create(logger: silent)
            try cluster.start(logger: silent)
            let settings = [
                "listen_addresses", "data_checksums", "fsync", "full_page_writes", "synchronous_commit",
                "TimeZone", "server_encoding", "session_authorization",
            ]
            let values = try settings.map { try ask("show \($0)", of: cluster) }
            #expect(values == ["", "on", "on", "on", "on", "UTC", "UTF8", "annals"])
            let collations = "select distinct datcollate || ' ' || datctype from pg_database"
            #expect(try ask(collations, of: cluster) == "C C.UTF-8")
            #expect(FileStatus(of: cluster.directory)?.mode == 0o700)
            #expect(FileStatus(of: cluster.socketDirectory)?.mode == 0o700)
        }
    }

    /// In `annals … | cat` the reader would wait for ever for a server that holds the pipe, and an interrupt in
    /// the terminal would stop a server of our session.
    @Test func `takes nothing of ours along: no descriptor, variable or session`() throws {
        let astray = [
            "PGDATA": "/nonexistent", "PGHOST": "nowhere.invalid", "PGPORT": "1", "PGUSER": "nobody",
            "PGDATABASE": "none", "PGSERVICE": "none", "PGOPTIONS": "-c nonsense=1", "LC_ALL": "xx_XX",
            "SECRET": "hunter2",
        ]
        try withTemporaryCluster(adding: astray) { cluster in
            try cluster.create(logger: silent)
            var ends: [Int32] = [0, 0]
            #expect(pipe(&ends) == 0)
            defer { ends.forEach { close($0) } }
            try cluster.start(logger: silent)
            #expect(cluster.isRunning)

            // Asked of the server itself: while it starts, processes of other tests may take the pipe along.
            let server = try #require(cluster.serverProcess)
            let pipeName = try destination(ofDescriptor: ends[1], in: getpid())
            let held = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(server)/fd")
            #expect(held.count > 3)
            #expect(!held.contains { (try? destination(ofDescriptor: Int32($0)!, in: server)) == pipeName })

            #expect(getsid(server) != getsid(0))
            let kept = try #require(Files.read("/proc/\(server)/environ"))
            #expect(astray.keys.filter { kept.contains($0 + "=") }.sorted() == ["LC_ALL", "PGDATA"])
            #expect(!kept.contains("PGDATA=/nonexistent") && !kept.contains("xx_XX"))
        }
    }
}

/// What the running server answers, as `psql` shows it.
private func ask(_ statement: String, of cluster: PrivateCluster) throws -> String {
    let result = try ChildProcess.run(
        [
            cluster.binaries().directory + "/psql", "--no-psqlrc", "--tuples-only", "--no-align",
            "--command=" + statement, "--dbname=" + cluster.connectionString(database: "postgres"),
        ],
        environment: cluster.serverEnvironment
    )
    try #require(result.succeeded, "\(result.output)")
    return result.output
}

/// What a descriptor of a process is open on, as the kernel names it: a pipe by its number.
private func destination(ofDescriptor descriptor: Int32, in process: pid_t) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\(descriptor)")
}
