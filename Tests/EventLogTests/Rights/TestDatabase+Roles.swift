import Postgres
import Support

extension TestDatabase {
    /// A session of a new role that can log in and has one other role, or none.
    func connect(asMemberOf role: String?) throws -> Connection {
        let name = "somebody_" + String(UInt64.random(in: .min ... .max), radix: 36)
        let server = try connect()
        try server.execute("create role \(raw: name) login")
        if let role { try server.execute("grant \(raw: role) to \(raw: name)") }
        return try Connection(
            ConnectionParameters(connectionString + " user=" + name, applicationName: "annals/tests")
        )
    }
}
