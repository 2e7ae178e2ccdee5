import Support
import Testing

@testable import EventLog
@testable import Postgres

/// On a server of its own, because roles belong to the server and the others have annals' already.
@Suite struct `setting up the first database of a server` {
    @Test func `needs the right to create roles, and no superuser`() throws {
        try withTemporaryCluster { cluster in
            try cluster.create(logger: silent)
            try cluster.start(logger: silent)
            func connect(_ database: String, as user: String) throws -> Connection {
                let server = cluster.connectionString(database: database) + " user=" + user
                return try Connection(ConnectionParameters(server, applicationName: "annals/tests"))
            }
            try connect("postgres", as: PrivateCluster.role).run(
                script: "create role ada login; create role grace login createrole"
            )
            let server = try connect("postgres", as: PrivateCluster.role)
            for user in ["ada", "grace"] {
                try server.execute("create database \(raw: user) owner \(raw: user)")
            }

            let ada = try connect("ada", as: "ada")
            #expect(
                try stateOfRefusal { try Migrations.run(ada, logger: silent) } == .insufficientPrivilege
            )
            #expect(throws: LogError.noSchema) { try Log(ada, logger: silent) }
            #expect(
                try ada.value("select count(*) from pg_roles where rolname like 'annals\\_%'", as: Int64.self)
                    == 0
            )

            let grace = try connect("grace", as: "grace")
            try Migrations.run(grace, logger: silent)
            let log = try Log(grace, logger: silent)
            try log.record(try samples(2))
            #expect(try log.flaws() == [])
        }
    }
}
