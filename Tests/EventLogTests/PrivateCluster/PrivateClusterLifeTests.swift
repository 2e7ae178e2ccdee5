import Glibc
import Support
import Testing

@testable import EventLog

@Suite struct `the life of a private cluster` {
    @Test func `goes from creation to start to stop, each of which may be asked for twice`() throws {
        try withTemporaryCluster { cluster in
            #expect(!cluster.exists)
            try cluster.create(logger: silent)
            try cluster.create(logger: silent)
            #expect(cluster.exists)
            #expect(!cluster.isRunning)

            try cluster.start(logger: silent)
            let server = cluster.serverProcess
            try cluster.start(logger: silent)
            #expect(cluster.isRunning)
            #expect(cluster.serverProcess == server)
            #expect(cluster.logTail().contains("ready to accept connections"))

            try cluster.stop()
            try cluster.stop()
            #expect(!cluster.isRunning)
        }
    }

    @Test func `is created and started once by two commands at once`() throws {
        try withTemporaryCluster { cluster in
            try together(2) {
                try cluster.create(logger: silent)
                try cluster.start(logger: silent)
            }
            #expect(cluster.isRunning)
            #expect(try Files.list(cluster.directory).sorted() == ["data", "lock", "run", "server.log"])
            let log = Files.read(cluster.logFile) ?? ""
            #expect(log.split(separator: "\n").count { $0.contains("starting PostgreSQL") } == 1)
        }
    }

    @Test func `goes on after the server was killed`() throws {
        try withTemporaryCluster { cluster in
            try cluster.create(logger: silent)
            try cluster.start(logger: silent)
            let server = try #require(cluster.serverProcess)
            #expect(kill(server, SIGKILL) == 0)
            try cluster.start(logger: silent)
            #expect(cluster.isRunning)
            #expect(cluster.serverProcess != server)
            #expect(cluster.logTail(lines: 100).contains("automatic recovery in progress"))
        }
    }

    @Test func `begins anew when its creation was interrupted`() throws {
        try withTemporaryCluster { cluster in
            try Files.makeDirectories(cluster.unfinishedData + "/base", mode: 0o700)
            #expect(chown(cluster.directory, try ServerUser.find().uid, gid_t.max) == 0)
            #expect(!cluster.exists)
            try cluster.create(logger: silent)
            #expect(cluster.exists)
            #expect(FileStatus(of: cluster.unfinishedData) == nil)
        }
    }

    @Test func `goes on in another directory, whatever its name`() throws {
        try withTemporaryCluster { cluster in
            try cluster.create(logger: silent)
            let moved = PrivateCluster(
                directory: cluster.directory + " it's ünusual; & moved #1",
                settings: .throwaway,
                environment: cluster.environment
            )
            #expect(rename(cluster.directory, moved.directory) == 0)
            defer { try? moved.stop() }
            try moved.start(logger: silent)
            #expect(moved.isRunning)
            #expect(system(moved.stopCommand + " >/dev/null 2>&1") == 0)
            #expect(!moved.isRunning)
        }
    }

    @Test func `has its socket under tmp when the path would be too long for one`() throws {
        let long = [String](repeating: "a-directory-with-a-long-name", count: 6).joined(separator: "/")
        try withTemporaryCluster(subdirectory: long) { cluster in
            try cluster.create(logger: silent)
            try cluster.start(logger: silent)
            #expect(cluster.isRunning)
            #expect(cluster.socketDirectory.hasPrefix("/tmp/annals-"))
            #expect(FileStatus(of: cluster.socketDirectory)?.mode == 0o700)
        }
    }
}
