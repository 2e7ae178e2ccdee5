import Postgres
import Support

extension TestDatabase {
    /// How libpq reaches it as a new role that can log in and has one other role.
    func connectionString(asMemberOf role: String) throws -> String {
        let name = "somebody_" + String(UInt64.random(in: .min ... .max), radix: 36)
        try connect().run(script: "create role \(name) login; grant \(role) to \(name)")
        return connectionString + " user=" + name
    }
}
