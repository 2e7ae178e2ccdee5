import Annals
import EventLog
import Postgres

/// Our clock, read: what is written as `--known`, as a position.
struct KnownClock {
    /// What was written; nil when it was left at now.
    let asked: String?
    let position: Position
    /// Where the log ended when it was read.
    let head: LogHead
    /// Why more may turn out to have been known by then; nil when it is settled.
    let doubt: Doubt?

    /// How long a time that is not settled is waited for when nobody says.
    private static let patience = Duration.seconds(1)

    /// Reads it against the log of a session: now, a position, or a time, which is waited for until it is settled.
    init(_ written: String?, _ session: Session) throws {
        asked = ClockOptions.unlessNow(written)
        guard let asked else {
            (position, head, doubt) = (session.head.position, session.head, nil)
            return
        }
        if asked.hasPrefix("#") {
            let wanted = try Position(asked, from: "--known")
            head = try session.log.head(
                reaching: wanted,
                from: session.head,
                waiting: session.askedWait ?? .zero
            )
            (position, doubt) = (wanted, nil)
            try Self.check(wanted, isUpTo: head)
            return
        }
        let moment = try Timestamp.last(of: asked, from: "--known")
        // What a replica is sent, and when, is not up to whoever asks.
        let patience = session.askedWait ?? (session.head.isReplica ? .zero : Self.patience)
        let known = try session.log.known(by: moment, from: session.head, waiting: patience)
        (position, head) = (known.position, known.head)
        doubt = known.doubt.map { Doubt(reason: $0, words: $0.words(of: asked, known.head)) }
    }

    /// Refuses a position beyond the end of the log, or beyond what a replica has.
    static func check(
        _ position: Position,
        isUpTo head: LogHead,
        from option: String = "--known"
    ) throws(Failure) {
        guard position > head.position else { return }
        if head.isReplica { throw Failure(replicaAt: head, before: position) }
        throw Failure(
            .badData,
            Problem(
                "position",
                "the log ends at \(head.position), before \(position)",
                field: option,
                help: "see annals log"
            )
        )
    }
}

extension Session {
    /// How long somebody asked to wait for what is not there yet; nil when nobody did.
    fileprivate var askedWait: Duration? { wait.isAsked ? wait.duration : nil }

    /// Waits until a replica has a position, for as long as somebody asked to.
    func reach(_ position: Position) throws {
        guard head.isReplica, head.position < position else { return }
        head = try log.head(reaching: position, from: head, waiting: askedWait ?? .zero)
        guard head.position >= position else { throw Failure(replicaAt: head, before: position) }
    }
}

/// Why something is not settled.
struct Doubt {
    let reason: KnownBy.Doubt
    /// The same for people, as a clause: `entries are being recorded`.
    let words: String
}

extension KnownBy.Doubt {
    /// Why it is not settled, in words.
    fileprivate func words(of written: String, _ head: LogHead) -> String {
        switch self {
        case .notOver: "\(written) is not over"
        case .recording: "entries are being recorded"
        case .replica: head.extent
        }
    }
}

extension LogHead {
    /// How far a replica has got, in words.
    var extent: String {
        "this replica has got as far as \(position)" + (recordedAt.map { ", recorded \($0)" } ?? "")
    }
}

extension Failure {
    /// That a replica has not got as far as a position yet.
    init(replicaAt head: LogHead, before position: Position) {
        self.init(
            .conflict,
            "replica",
            "\(head.extent), and not yet to \(position)",
            help: "wait for it with --wait 30s, or ask the server it follows: annals status says which"
        )
    }
}
