package import Annals
package import Postgres

/// What was known by a moment, and whether more may turn out to have been.
package struct KnownBy: Hashable, Sendable {
    /// The last position recorded by then, as far as the log goes.
    package let position: Position
    /// Where the log ended when it was read.
    package let head: LogHead
    /// Why more may still be recorded as of then; nil when nothing can be: it is settled.
    package let doubt: Doubt?

    /// Why the position of a moment can still become another.
    package enum Doubt: Hashable, Sendable {
        /// The moment is yet to come, by the server's clock.
        case notOver
        /// Somebody is sequencing, or held the sequencer for as long as it was waited for.
        case recording
        /// The server replays another one's writes, and has not got that far.
        case replica
    }
}

extension Log {
    /// What was known by a moment.
    ///
    /// Times rise from batch to batch. So up to the last one sealed nothing can be recorded any more. A later moment
    /// is settled once it has passed and nobody is sequencing: whoever begins then records later. What is read after
    /// that has everything.
    ///
    /// - Parameters:
    ///   - head: where the log ended a moment ago.
    ///   - patience: how long to wait for it to be settled.
    package func known(by moment: Timestamp, from head: LogHead, waiting patience: Duration) throws -> KnownBy
    {
        let deadline = ContinuousClock.now + patience
        var (head, pause) = (head, Pause())
        while true {
            if let sealed = head.recordedAt, moment <= sealed {
                return KnownBy(position: try position(at: moment), head: head, doubt: nil)
            }
            guard let doubt = try doubt(of: moment, head) else {
                return KnownBy(position: try position(at: moment), head: try self.head(), doubt: nil)
            }
            let left = deadline - .now
            guard left > .zero, doubt != .notOver || head.isBefore(moment, byAtMost: left) else {
                return KnownBy(position: head.position, head: head, doubt: doubt)
            }
            pause.next()
            head = try self.head()
        }
    }

    /// Where the log ends once it reaches a position, or when it was waited for long enough.
    ///
    /// Only a replica is waited for: anywhere else nobody can have been told of a position that is not there.
    package func head(reaching position: Position, from head: LogHead, waiting patience: Duration) throws
        -> LogHead
    {
        let deadline = ContinuousClock.now + patience
        var (head, pause) = (head, Pause())
        while head.isReplica, head.position < position, .now < deadline {
            pause.next()
            head = try self.head()
        }
        return head
    }

    /// Why a moment after the last batch is not settled.
    private func doubt(of moment: Timestamp, _ head: LogHead) throws -> KnownBy.Doubt? {
        guard let clock = head.clock, moment < clock else { return .notOver }
        if head.isReplica { return .replica }
        let found = try connection.first(
            """
            select exists (select from pg_locks
                            where locktype = 'advisory' and granted
                              and database = (select oid from pg_database where datname = current_database())
                              and (classid, objid, objsubid) = (1634627169, 1024, 2)) as is_recording,
                   exists (select from pg_subscription_rel where srrelid = 'annals.log'::regclass) as is_copy
            """
        ) { row throws(PostgresError) in
            (isRecording: try row["is_recording", as: Bool.self], isCopy: try row["is_copy", as: Bool.self])
        }
        return found?.isCopy == true ? .replica : found?.isRecording == true ? .recording : nil
    }
}

extension LogHead {
    /// Whether a moment comes within some time of when this was read.
    fileprivate func isBefore(_ moment: Timestamp, byAtMost time: Duration) -> Bool {
        let (microseconds, isTooFar) = moment.rawValue.subtractingReportingOverflow(clock?.rawValue ?? 0)
        return !isTooFar && .microseconds(microseconds) <= time
    }
}
