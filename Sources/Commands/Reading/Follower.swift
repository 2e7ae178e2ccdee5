import Annals
import EventLog
import Glibc
import Postgres

/// Follows the log from a position on, and hands out each entry asked for once, whatever becomes of the server.
///
/// What is told is what the log has after the last position told: notifications only make it prompter. While the
/// server is away it waits, and it never starts a private cluster that somebody stopped.
final class Follower {
    private let session: Session
    private let filter: EntryFilter
    /// How many entries are still wanted; nil for as many as come.
    private var wanted: Int?
    /// The last position told of, or passed over.
    private(set) var told: Position
    /// What seals the entry there, as far as it was looked at.
    private var leaf: Hash?
    /// Whether the log may be another since.
    private var isUnsure = false

    /// How long it waits for a notification, in milliseconds, before it looks all the same.
    private static let patience = 1000

    init(_ session: Session, after position: Position, _ filter: EntryFilter, limit: Int?) {
        self.session = session
        self.filter = filter
        told = position
        wanted = limit
    }

    /// Hands out entries, page by page as they come, until as many came as are wanted.
    func follow(_ tell: ([LoggedEntry]) throws -> Void) throws {
        Interrupt.takeTime()
        var isListening = false
        while wanted != 0 {
            do {
                let head = try tellNews(tell)
                guard wanted != 0 else { return }
                if !isListening, !head.isReplica, !session.log.connection.isPooled {
                    try session.log.connection.listen(to: "annals")
                    isListening = true
                    // What came before it could be told of.
                    continue
                }
                try stopUnread()
                _ = try session.log.connection.notifications(waitingAtMost: Self.patience)
            } catch let error as PostgresError where error.isConnectionLost {
                try waitForServer(error)
                isListening = false
                isUnsure = true
            } catch let error as PostgresError where error.state == .serializationFailure {
                // A replica had to replay what would have changed under the question: it is asked again.
                usleep(100_000)
            }
        }
    }

    /// Tells what the log has after the last position told.
    ///
    /// - Returns: where the log ends. A replica notifies nobody until it is promoted, nor does a pooler: there it is
    ///   looked at all the same.
    private func tellNews(_ tell: ([LoggedEntry]) throws -> Void) throws -> LogHead {
        let end = try session.help()
        let head = end.position
        guard try isSure(head), told < head else { return end }
        let leaf = try session.log.leaf(at: head)
        do {
            try session.log.forEachPage(of: filter, after: told, upTo: head) { page in
                let page = page.prefix(wanted ?? page.count)
                try tell(Array(page))
                if let last = page.last?.position { pass(last, sealedBy: nil) }
                guard let wanted else { return }
                self.wanted = wanted - page.count
                if self.wanted == 0 { throw Enough() }
            }
            pass(head, sealedBy: leaf)
        } catch is Enough {}
        return end
    }

    private struct Enough: Error {}

    private func pass(_ position: Position, sealedBy leaf: Hash?) {
        told = position
        self.leaf = leaf
    }

    /// Whether the log still has what was told; not before it is as long again, as on a replica that lags.
    private func isSure(_ head: Position) throws -> Bool {
        guard isUnsure else { return true }
        guard told <= head else { return false }
        if let leaf, try session.log.leaf(at: told) != leaf {
            throw Failure(
                .conflict,
                "log",
                "the log has another entry at \(told) than the one that was there",
                help:
                    "it is another log, or an older copy that went another way: see annals verify --checkpoint"
            )
        }
        isUnsure = false
        return true
    }

    private func waitForServer(_ lost: PostgresError) throws {
        Console.standard.note("note: lost the server, waiting for it: \(Printable.line(lost.description))")
        var pause = Pause(longest: 2_000_000)
        let patience = session.wait.begin()
        while true {
            pause.next()
            guard !Interrupt.isRaised else { throw PostgresError.interrupted }
            // For as long as it takes, unless somebody said how long.
            guard !patience.isOver || !session.wait.isAsked else { throw lost }
            try stopUnread()
            do {
                try session.reopen(starting: false)
                Console.standard.note("note: the server is back")
                return
            } catch let failure as Failure where failure.code == .unavailable {
                continue
            } catch let error as PostgresError where error.isConnectionLost {
                continue
            }
        }
    }

    /// Ends it when nobody reads any more what it would tell.
    private func stopUnread() throws(Failure) {
        if Console.standard.isReaderGone { throw Failure(.inputOutput, []) }
    }
}
