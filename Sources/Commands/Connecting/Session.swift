import Annals
import EventLog
import Logging
import Postgres
import Projections

/// A command's connection to the log, and where it found it.
final class Session {
    private(set) var log: Log
    /// Where the log ended when the session began, or once what others left had been sequenced.
    private(set) var head: LogHead { didSet { logTime = LogTime(head, client: Environment.now) } }
    /// When what is written now is recorded, beside the clocks.
    private(set) var logTime: LogTime
    let place: Place
    /// How long to wait for what is not there yet; nil when nobody said.
    private(set) var wait: Duration?
    private let verb: String
    private let logger: Logger

    init(_ log: Log, at place: Place, verb: String, _ logger: Logger) {
        self.log = log
        head = log.headAtOpening
        logTime = LogTime(head, client: Environment.now)
        self.place = place
        self.verb = verb
        self.logger = logger
    }

    /// Opens the database the options, the environment or the private cluster name.
    ///
    /// - Parameter catchingUp: whether to sequence what is accepted and not yet known first, if we may.
    static func open(_ options: GlobalOptions, for verb: String, catchingUp: Bool = true) throws -> Session {
        let place = try Place.find(options.db)
        let connection = try place.connect(as: verb, logger: options.logger)
        let log = try Log(connection, logger: options.logger)
        let session = Session(log, at: place, verb: verb, options.logger)
        session.wait = try options.waiting()
        if catchingUp { try session.catchUp() }
        return session
    }

    /// Appends entries and waits until they are known, through a lost connection if need be.
    ///
    /// Nobody can tell whether a commit whose answer was lost happened. Entries keep their ids, and the log
    /// accepts each once, so sending them again is safe.
    func append(_ entries: [PendingEntry], expecting: [StreamID: Version]) throws -> [Accepted] {
        try write { log in try log.append(entries, expecting: expecting) }
    }

    /// Appends a redaction and erases what it says, and waits until it is known, through a lost connection if
    /// need be.
    func redact(_ redaction: PendingEntry) throws -> Accepted {
        let accepted = try write { log in [try log.redact(redaction)] }
        return accepted[0]
    }

    private func write(_ send: (Log) throws -> [Accepted]) throws -> [Accepted] {
        var lost = 0
        var accepted: [Accepted]?
        while true {
            do {
                let done = try accepted ?? send(log)
                accepted = done
                try log.sequence(until: done)
                return done
            } catch let error as PostgresError where error.isInterruption && accepted != nil {
                throw Failure.interrupted(
                    "All of it was written; the next command of a writer makes it known."
                )
            } catch let error as PostgresError where error.isConnectionLost && lost < Self.mostLost {
                lost += 1
                logger.debug("connection lost, trying again (\(lost))")
                try reconnect()
            }
        }
    }

    /// How often a lost connection is made again before giving up.
    private static let mostLost = 5

    private static let unsure =
        "Whether it was written is not known. Send it again with the same ids: each is accepted once."

    private func reconnect() throws {
        var pause = Pause()
        for attempt in 1... {
            pause.next()
            if Interrupt.isRaised { throw Failure.interrupted(Self.unsure) }
            do {
                return try reopen(starting: true)
            } catch let failure as Failure where failure.code == .unavailable && attempt < 100 {
                continue
            } catch let failure as Failure where failure.code == .unavailable {
                throw Failure(.unavailable, failure.items, outcome: Self.unsure)
            }
        }
    }

    /// Connects again, once.
    ///
    /// - Parameter starting: whether to start the private cluster when it is down.
    func reopen(starting: Bool) throws {
        log = try Log(
            try place.connect(as: verb, starting: starting, logger: logger),
            logger: logger
        )
    }

    /// Sequences what others left, when this role may write; says how much is waiting when it may not.
    private func catchUp() throws {
        guard head.waiting > 0 else { return }
        if try mayHelp() {
            try log.sequence()
            head = try log.head()
        } else {
            Console.standard.note("note: \(head.waiting) entries are accepted and not yet known")
        }
    }

    /// Sequences what others left, where this session may write, and gives where the log ends then.
    func help() throws -> LogHead {
        let head = try log.head()
        guard head.waiting > 0, try mayHelp() else { return head }
        try log.sequence()
        return try log.head()
    }

    private func mayHelp() throws -> Bool {
        try log.connection.first(
            """
            select has_function_privilege('annals.sequence(integer)', 'execute')
                   and current_setting('transaction_read_only') = 'off' as may
            """
        ) { row throws(PostgresError) in try row["may", as: Bool.self] } == true
    }

    /// The actor somebody means.
    func actor(_ name: String) throws -> ActorID {
        try asked([name])[0].actor
    }

    /// The stream of one actor, or of the relationship of two.
    func stream(_ names: [String]) throws -> StreamID {
        try asked(names).stream()
    }

    /// The actors somebody means, in the order they were named.
    func asked(_ names: [String]) throws -> [AskedActor] {
        let roster = try Roster(log, naming: names)
        return try names.map { name in
            switch roster.resolve(name) {
            case .success(let actor): return AskedActor(asked: name, actor: actor)
            case .failure(let problem): throw Failure(.badData, problem)
            }
        }
    }
}
