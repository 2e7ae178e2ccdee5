import Support
import Testing

@testable import EventLog

@Suite struct `where a private cluster is` {
    @Test(arguments: [
        (["HOME": "/home/ada"], false, "/home/ada/.local/share/annals/pg"),
        (["HOME": "/home/ada", "XDG_DATA_HOME": "/data"], false, "/data/annals/pg"),
        (["HOME": "/home/ada", "XDG_DATA_HOME": ""], false, "/home/ada/.local/share/annals/pg"),
        (["HOME": "/home/ada", "XDG_DATA_HOME": "data"], false, "/home/ada/.local/share/annals/pg"),
        (["HOME": "/root"], true, "/var/lib/annals/pg"),
        ([:], true, "/var/lib/annals/pg"),
        (["XDG_DATA_HOME": "/data"], true, "/data/annals/pg"),
    ])
    func `follows XDG, and for root the places of services`(
        environment: [String: String],
        isRoot: Bool,
        directory: String
    ) throws {
        #expect(try PrivateCluster.standard(environment: environment, isRoot: isRoot).directory == directory)
    }

    @Test(arguments: [[:], ["HOME": ""], ["HOME": "ada"]])
    func `is nowhere without a home`(environment: [String: String]) {
        #expect(throws: ClusterError.noHome) {
            try PrivateCluster.standard(environment: environment, isRoot: false)
        }
    }

    @Test func `is found by libpq through quotes`() {
        let cluster = PrivateCluster(directory: "/x y/pg", environment: [:])
        #expect(
            cluster.connectionString(database: #"a'b\c"#)
                == #"host='/x y/pg/run' port=5432 user=annals dbname='a\'b\\c'"#
        )
    }

    @Test func `has its socket beside it up to the last path that fits`() {
        let fitting = 107 - "/run/.s.PGSQL.5432".utf8.count
        let near = PrivateCluster(
            directory: "/" + String(repeating: "d", count: fitting - 1),
            environment: [:]
        )
        #expect(near.socketDirectory == near.directory + "/run")
        let far = PrivateCluster(directory: near.directory + "d", environment: [:])
        #expect(far.socketDirectory.hasPrefix("/tmp/annals-"))
        let other = PrivateCluster(directory: near.directory + "e", environment: [:])
        #expect(other.socketDirectory != far.socketDirectory)
    }

    @Test(arguments: [
        ("15\n", 15, "15"),
        ("initdb (PostgreSQL) 15.13 (Debian 15.13-0+deb12u1)", 15, "15.13"),
        ("perl: warning: locale 2\ninitdb (PostgreSQL) 17beta1", 17, "17beta1"),
        ("postgres (PostgreSQL) 9.6.24", 9, "9.6.24"),
    ])
    func `is told which version made it`(text: String, major: Int, version: String) throws {
        let found = try #require(ServerVersion(text))
        #expect(found.major == major)
        #expect(found.text == version)
    }

    @Test(arguments: ["", "initdb: not found", "(PostgreSQL) x"])
    func `is not told a version by other texts`(text: String) {
        #expect(ServerVersion(text) == nil)
    }
}
