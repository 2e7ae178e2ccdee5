import Annals
import EventLog
import Logging
import Postgres
import Projections

/// A command's connection to the log, and where it found it.
final class Session {
    private(set) var log: Log
    /// Where the log ended when the session began, or once what others left had been sequenced.
    var head: LogHead { didSet { logTime = LogTime(head, client: Environment.now) } }
    /// When what is written now is recorded, beside the clocks.
    private(set) var logTime: LogTime
    let place: Place
    /// How long it waits for a server that is away.
    let wait: Wait
    let logger: Logger
    private let verb: String
    /// What of others' entries stood in the way, as far as it was told.
    var toldOfHelping: String?

    init(_ log: Log, at place: Place, verb: String, _ wait: Wait, _ logger: Logger) {
        self.log = log
        head = log.headAtOpening
        logTime = LogTime(head, client: Environment.now)
        self.place = place
        self.verb = verb
        self.wait = wait
        self.logger = logger
    }

    /// Opens the database the options, the environment or the private cluster name.
    ///
    /// - Parameter catchingUp: whether to sequence what is accepted and not yet known first, if we may.
    static func open(_ options: GlobalOptions, for verb: String, catchingUp: Bool = true) throws -> Session {
        let wait = try Wait.find(options.wait)
        let place = try Place.find(options.db)
        let connection = try place.connect(as: verb, wait.begin(), logger: options.logger)
        let log = try Log(connection, logger: options.logger)
        let session = Session(log, at: place, verb: verb, wait, options.logger)
        if catchingUp { try session.catchUp() }
        return session
    }

    /// Connects again.
    ///
    /// - Parameters:
    ///   - starting: whether to start the private cluster when it is down.
    ///   - patience: how long to wait for the server; nil for not at all.
    func reopen(starting: Bool, _ patience: Patience? = nil) throws {
        let connection = try place.connect(
            as: verb,
            starting: starting,
            patience ?? Wait(duration: .zero, isAsked: false).begin(),
            wasThere: patience != nil,
            logger: logger
        )
        log = try Log(connection, logger: logger)
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
