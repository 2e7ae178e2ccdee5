import Annals
import EventLog
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
    ///
    /// - Parameter wasThere: whether the server was there before, and so may come back.
    func connect(
        as verb: String,
        starting: Bool = true,
        _ patience: Patience,
        wasThere: Bool = false,
        logger: Logger
    ) throws -> Connection {
        switch self {
        case .server(let source, let named):
            logger.debug("connecting to the server \(source.rawValue) names")
            if source == .option, ConnectionParameters(named, applicationName: "").holdsPassword {
                Console.standard.note(
                    "note: the password in --db shows in the list of processes; better put it into ~/.pgpass or ANNALS_DB"
                )
            }
            return try open(parameters(named, verb), patience, wasThere: wasThere)
        case .cluster(let cluster):
            guard cluster.exists else {
                throw Failure(
                    .unavailable,
                    "database",
                    "there is no annals database yet",
                    help: "create a private one with: annals init   (or name a server with --db or ANNALS_DB)"
                )
            }
            let parameters = parameters(cluster.connectionString(database: Self.database), verb)
            guard starting else { return try open(parameters, patience, wasThere: wasThere) }
            // Nearly always it runs: connecting finds out sooner than asking.
            if let connection = try? Connection(parameters) {
                return try upToDate(connection, of: cluster, as: verb, logger)
                    ?? open(parameters, patience, wasThere: wasThere)
            }
            do {
                try cluster.start(logger: logger)
            } catch {
                throw Failure(error)
            }
            return try open(parameters, patience, wasThere: wasThere)
        }
    }

    /// Connects if that can be done at once; it starts nothing, says nothing and does not wait.
    func connectAtOnce(as verb: String) throws -> Connection {
        let named =
            switch self {
            case .server(_, let named): named
            case .cluster(let cluster): cluster.connectionString(database: Self.database)
            }
        var parameters = parameters(named, verb)
        // The shortest wait libpq knows.
        parameters.connectTimeout = 2
        parameters.statementTimeout = 1000
        do {
            return try Connection(parameters)
        } catch {
            throw Failure(connecting: error, to: self)
        }
    }

    private func parameters(_ named: String, _ verb: String) -> ConnectionParameters {
        ConnectionParameters(named, applicationName: "annals/\(verb)")
    }

    /// In words, without anything secret.
    var description: String {
        switch self {
        case .server(let source, _): "the server named by \(source.rawValue)"
        case .cluster(let cluster): "the private cluster in \(cluster.directory)"
        }
    }
}
