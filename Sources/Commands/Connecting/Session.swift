import Annals
import EventLog
import Logging
import Postgres
import Projections

/// A command's connection to the log, and where it found it.
struct Session {
    let log: Log
    let place: Place

    /// Opens the database the options, the environment or the private cluster name.
    ///
    /// - Parameter catchingUp: whether to sequence what is accepted and not yet known first, if we may.
    static func open(_ options: GlobalOptions, for verb: String, catchingUp: Bool = true) throws -> Session {
        let place = try Place.find(options.db)
        let connection = try place.connect(as: verb, logger: options.logger)
        let log: Log
        do {
            log = try Log(connection, logger: options.logger)
        } catch {
            throw Failure(opening: error, at: place)
        }
        let session = Session(log: log, place: place)
        if catchingUp { try session.catchUp() }
        return session
    }

    /// Sequences what others left, when this role may write; says how much is waiting when it may not.
    private func catchUp() throws {
        let head = try log.head()
        guard head.waiting > 0 else { return }
        let mayWrite = try log.connection.first(
            "select has_function_privilege('annals.sequence(integer)', 'execute') as may"
        ) { row throws(PostgresError) in try row["may", as: Bool.self] }
        if mayWrite == true {
            try log.sequence()
        } else {
            Console.standard.note("note: \(head.waiting) entries are accepted and not yet known")
        }
    }

    /// When a position was recorded; nil for #0.
    func recordedAt(_ position: Position) throws -> Timestamp? {
        try log.connection.first("select recorded_at from annals.log where position = \(position)") {
            row throws(PostgresError) in try row["recorded_at"]
        }
    }

    /// The actor somebody means.
    func actor(_ name: String) throws -> ActorID {
        switch try Roster(log, naming: [name]).resolve(name) {
        case .success(let actor): return actor
        case .failure(let problem): throw Failure(.badData, problem)
        }
    }

    /// The stream of one actor, or of the relationship of two.
    func stream(_ names: [String]) throws -> StreamID {
        let roster = try Roster(log, naming: names)
        let actors = try names.map { name in
            switch roster.resolve(name) {
            case .success(let actor): return actor
            case .failure(let problem): throw Failure(.badData, problem)
            }
        }
        guard actors.count == 2 else { return StreamID(actors[0]) }
        guard let stream = StreamID(actors[0], actors[1]) else {
            throw Failure(
                .badData,
                "relationship",
                "\(names[0]) and \(names[1]) are the same actor, \(actors[0])",
                help: "a relationship needs two different actors"
            )
        }
        return stream
    }
}
