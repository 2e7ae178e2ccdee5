import Annals
import EventLog
import Glibc
import Logging
import Postgres

/// Where the database is: on a server somebody named, or in the private cluster.
enum Place {
    case server(ConnectionSource, String)
    case cluster(PrivateCluster)

    /// What named the server.
    enum ConnectionSource: String {
        case option = "--db"
        case annals = "ANNALS_DB"
        case database = "DATABASE_URL"
        case libpq = "the PG* variables"
    }

    /// The name of the database in the private cluster.
    static let database = "annals"

    /// Looks in the order people expect: option, `ANNALS_DB`, `DATABASE_URL`, libpq's own variables, and then
    /// the private cluster.
    static func find(_ option: String?) throws -> Place {
        if let option { return .server(.option, option) }
        let environment = Environment.all
        for source in [ConnectionSource.annals, .database] {
            if let named = environment[source.rawValue], !named.isEmpty { return .server(source, named) }
        }
        if ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"].contains(where: {
            !(environment[$0] ?? "").isEmpty
        }) {
            return .server(.libpq, "")
        }
        return .cluster(try privateCluster())
    }

    static func privateCluster() throws -> PrivateCluster {
        do {
            return try PrivateCluster.standard(environment: Environment.all)
        } catch {
            throw Failure(error)
        }
    }

    /// Connects, starting the private cluster when it is down unless told not to.
    func connect(as verb: String, starting: Bool = true, logger: Logger) throws -> Connection {
        switch self {
        case .server(let source, let named):
            logger.debug("connecting to the server \(source.rawValue) names")
            if source == .option, ConnectionParameters(named, applicationName: "").holdsPassword {
                Console.standard.note(
                    "note: the password in --db shows in the list of processes; better put it into ~/.pgpass or ANNALS_DB"
                )
            }
            return try open(named, as: verb)
        case .cluster(let cluster):
            guard cluster.exists else {
                throw Failure(
                    .unavailable,
                    "database",
                    "there is no annals database yet",
                    help: "create a private one with: annals init   (or name a server with --db or ANNALS_DB)"
                )
            }
            let named = cluster.connectionString(database: Self.database)
            guard starting else { return try open(named, as: verb) }
            // Nearly always it runs: connecting finds out sooner than asking.
            if let connection = try? open(named, as: verb) {
                return try upToDate(connection, of: cluster, as: verb, logger) ?? open(named, as: verb)
            }
            do {
                try cluster.start(logger: logger)
            } catch {
                throw Failure(error)
            }
            return try open(named, as: verb)
        }
    }

    /// Connects if that can be done at once; it starts nothing, says nothing and does not wait.
    func connectAtOnce(as verb: String) throws -> Connection {
        let named =
            switch self {
            case .server(_, let named): named
            case .cluster(let cluster): cluster.connectionString(database: Self.database)
            }
        // The shortest wait libpq knows.
        setenv("PGCONNECT_TIMEOUT", "2", 0)
        let connection = try open(named, as: verb)
        try connection.execute("set statement_timeout = 1000")
        return connection
    }

    private func open(_ named: String, as verb: String) throws -> Connection {
        do {
            return try Connection(ConnectionParameters(named, applicationName: "annals/\(verb)"))
        } catch {
            throw Failure(connecting: error, to: self)
        }
    }

    /// In words, without anything secret.
    var description: String {
        switch self {
        case .server(let source, _): "the server named by \(source.rawValue)"
        case .cluster(let cluster): "the private cluster in \(cluster.directory)"
        }
    }
}
