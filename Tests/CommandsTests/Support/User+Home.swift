import EventLog
import Support

extension User {
    /// Does something as somebody with a home of their own, and the private cluster that may come to be there.
    static func atHome<Value>(_ body: (User, PrivateCluster) throws -> Value) throws -> Value {
        let home = try TemporaryDirectory.make(prefix: "annals-test-")
        var user = User(adding: ["XDG_DATA_HOME": home])
        user.directory = home
        let cluster = PrivateCluster(directory: home + "/annals/pg", environment: user.environment)
        defer {
            try? cluster.stop()
            TemporaryDirectory.remove(home)
        }
        return try body(user, cluster)
    }
}
