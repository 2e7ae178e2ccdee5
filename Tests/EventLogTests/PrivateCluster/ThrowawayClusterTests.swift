import EventLog
import Support
import Testing

@Suite struct `the cluster that tests share` {
    @Test func `is running and the same for all`() throws {
        let first = try ThrowawayCluster.shared
        #expect(first.cluster.isRunning)
        let second = try ThrowawayCluster.shared
        #expect(second.cluster.directory == first.cluster.directory)
        #expect(first.connectionString(database: "postgres").contains("dbname=postgres"))
    }
}
