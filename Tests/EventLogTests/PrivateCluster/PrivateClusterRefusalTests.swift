import Glibc
import Support
import Testing

@testable import EventLog

@Suite struct `a private cluster is refused` {
    @Test func `without a server`() throws {
        try inDirectory { base in
            let cluster = PrivateCluster(directory: base + "/pg", environment: ["ANNALS_PG_BIN": base])
            #expect(throws: ClusterError.missingBinaries(override: base)) {
                try cluster.create(logger: silent)
            }
            #expect(FileStatus(of: cluster.directory) == nil)
            #expect(cluster.serverVersion == nil)
        }
    }

    @Test func `with a server that is too old`() throws {
        try inDirectory { base in
            try installFakeServer(in: base, version: "13.9 (Debian 13.9-1)")
            let cluster = PrivateCluster(directory: base + "/pg", environment: ["ANNALS_PG_BIN": base])
            #expect(throws: ClusterError.unsupportedVersion(found: "13.9", directory: base)) {
                try cluster.create(logger: silent)
            }
        }
    }

    @Test func `when another major version made it`() throws {
        try inDirectory { base in
            try installFakeServer(in: base, version: "99.1")
            let cluster = PrivateCluster(directory: base + "/pg", environment: ["ANNALS_PG_BIN": base])
            try Files.makeDirectories(cluster.data, mode: 0o700)
            try Files.replace(cluster.data + "/PG_VERSION", with: "15\n", owner: ourselves)
            let error = ClusterError.otherMajor(path: cluster.directory, needed: 15, installed: ["99.1"])
            #expect(throws: error) { try cluster.start(logger: silent) }
        }
    }

    @Test func `in a directory that holds something else`() throws {
        try withTemporaryCluster { cluster in
            try Files.makeDirectories(cluster.directory + "/photographs", mode: 0o755)
            #expect(
                throws: ClusterError.foreignDirectory(
                    path: cluster.directory,
                    reason: "it holds photographs, which is not annals'"
                )
            ) { try cluster.create(logger: silent) }
            #expect(try Files.list(cluster.directory) == ["photographs"])
            #expect(FileStatus(of: cluster.directory)?.mode == 0o755)
        }
    }

    /// In /sys, where root cannot make a directory either.
    @Test func `in a place that cannot be written to`() {
        let cluster = PrivateCluster(
            directory: "/sys/annals/pg",
            environment: TemporaryDirectory.processEnvironment
        )
        let error = #expect(throws: ClusterError.self) { try cluster.create(logger: silent) }
        #expect(error?.message.hasPrefix("cannot create /sys/annals: ") == true)
    }

    @Test(arguments: ["$HOME", "`id`", #"a"b"#, #"a\b"#, "a\nb"])
    func `in a directory whose name pg_ctl would have a shell expand`(name: String) {
        let cluster = PrivateCluster(
            directory: "/tmp/" + name,
            environment: TemporaryDirectory.processEnvironment
        )
        #expect(throws: ClusterError.unusablePath("/tmp/" + name)) { try cluster.create(logger: silent) }
    }

    @Test func `behind a directory that the server's user cannot enter`() throws {
        guard geteuid() == 0 else { return }
        try inDirectory { base in
            #expect(chmod(base, 0o700) == 0)
            let cluster = PrivateCluster(
                directory: base + "/annals/pg",
                environment: TemporaryDirectory.processEnvironment
            )
            #expect(throws: ClusterError.unreachable(path: base, user: "postgres")) {
                try cluster.create(logger: silent)
            }
            let entries = try Files.list(base)
            #expect(entries.isEmpty)
        }
    }

    @Test func `for root without an account to run the server as`() {
        #expect(throws: ClusterError.rootWithoutServerUser(name: "no-such-user")) {
            try ServerUser.other(named: "no-such-user")
        }
    }

    @Test func `a start before it was created`() throws {
        try withTemporaryCluster { cluster in
            #expect(throws: ClusterError.notCreated(path: cluster.directory)) {
                try cluster.start(logger: silent)
            }
        }
    }

    @Test func `a start when it is somebody else's`() throws {
        guard geteuid() == 0 else { return }
        try inDirectory { base in
            let cluster = PrivateCluster(
                directory: base + "/pg",
                environment: TemporaryDirectory.processEnvironment
            )
            try Files.makeDirectories(cluster.data, mode: 0o700)
            try Files.replace(cluster.data + "/PG_VERSION", with: "15\n", owner: ourselves)
            let reason = "it does not belong to the user postgres"
            let error = ClusterError.foreignDirectory(path: cluster.directory, reason: reason)
            #expect(throws: error) { try cluster.start(logger: silent) }
            #expect(throws: error) { try cluster.stop() }
        }
    }

    @Test func `a start with a configuration the server cannot read, showing its log`() throws {
        try withTemporaryCluster { cluster in
            try cluster.create(logger: silent)
            try Files.append("shared_bufers = 1\n", to: cluster.data + "/postgresql.conf")
            let error = #expect(throws: ClusterError.self) { try cluster.start(logger: silent) }
            #expect(error?.message.contains(#"unrecognized configuration parameter "shared_bufers""#) == true)
            #expect(!cluster.isRunning)
        }
    }

    private func inDirectory(_ body: (String) throws -> Void) throws {
        let base = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(base) }
        try body(base)
    }

    private var ourselves: ServerUser {
        ServerUser(name: "self", uid: geteuid(), gid: getegid(), launcher: [])
    }

    /// Programs that know nothing but their version.
    private func installFakeServer(in directory: String, version: String) throws {
        for name in ["initdb", "pg_ctl", "pg_isready", "postgres"] {
            let script = "#!/bin/sh\necho '\(name) (PostgreSQL) \(version)'\n"
            try Files.replace(directory + "/" + name, with: script, owner: ourselves)
            #expect(chmod(directory + "/" + name, 0o755) == 0)
        }
    }
}
