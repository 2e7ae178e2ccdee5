import Annals
import Glibc
import Support
import Testing

@testable import EventLog
@testable import Postgres

/// Only the database's own files are on the small disk.
///
/// Where the write-ahead log has no room left, PostgreSQL stops and is started again, which is the same to a
/// client as any other connection lost. The server is the test's own: any session of a server may have to write
/// out pages of any database, and another test's would fail on the full disk.
@Suite struct `a full disk` {
    @Test(.enabled(if: SmallDisk.isPossible, "mounting a file system in memory needs root"))
    func `is said to be full, leaves nothing half written, and is forgotten once there is room`() throws {
        let disk = try SmallDisk(megabytes: 40)
        defer { disk.remove() }
        let space = disk.path + "/space"
        try #require(mkdir(space, 0o700) == 0 && chown(space, try ServerUser.find().uid, gid_t.max) == 0)
        let cluster = try ThrowawayCluster()
        defer { cluster.remove() }
        let server = try connect("postgres", of: cluster)
        try server.execute("create tablespace small_disk location '\(raw: space)'")
        defer { _ = try? server.execute("drop tablespace small_disk") }
        try server.execute("create database on_small_disk template template0 tablespace small_disk")
        defer { _ = try? server.execute("drop database on_small_disk with (force)") }

        try fill(disk, under: try connect("on_small_disk", of: cluster))
    }

    private func fill(_ disk: SmallDisk, under connection: Connection) throws {
        try Migrations.run(connection, logger: silent)
        let log = try Log(connection, logger: silent)
        try log.record(try samples(10))
        let large = try (1...200).map { number in
            PendingEntry.recording(try .sample("large \(number)") { $0.note = noise(number) })
        }

        try disk.fill()
        #expect(try stateOfRefusal { try log.append(large) } == .diskFull)
        #expect(try log.head().waiting == 0)
        #expect(try log.titles().count == 10)
        #expect(try log.flaws() == [])

        disk.makeRoom()
        #expect(try log.append(large).map(\.isDuplicate) == [Bool](repeating: false, count: 200))
        try disk.fill()
        #expect(try stateOfRefusal { try log.sequence() } == .diskFull)
        #expect(try log.head().waiting == 200)
        #expect(try log.flaws() == [])

        disk.makeRoom()
        try log.sequence()
        #expect(try log.titles().count == 210)
        #expect(try log.flaws() == [])
    }

    private func connect(_ database: String, of cluster: ThrowawayCluster) throws -> Connection {
        let server = cluster.connectionString(database: database)
        return try Connection(ConnectionParameters(server, applicationName: "annals/tests"))
    }

    /// Ten kilobytes that do not compress.
    private func noise(_ seed: Int) -> String {
        var random = SplitMix64(seed: UInt64(seed))
        return String((0..<1250).map { _ in String(random.next(), radix: 16) }.joined().prefix(10_000))
    }
}
