import Annals
import EventLog
import Logging
import Postgres

/// Writing: sent, accepted, known; through lost connections and whatever else passes by.
///
/// Nobody can tell whether a commit whose answer was lost happened, nor whether a server that comes back has what was
/// accepted before. Entries keep their ids, and the log accepts each once: so after every reconnect they are sent
/// again, whatever was answered before.
extension Session {
    /// Appends entries and waits until they are known.
    func append(_ entries: [PendingEntry], expecting: [StreamID: Version]) throws -> [Accepted] {
        try write(entries.map(\.entry)) { log in try log.append(entries, expecting: expecting) }
    }

    /// Appends a redaction and erases what it says, and waits until it is known.
    func redact(_ redaction: PendingEntry) throws -> Accepted {
        try write([redaction.entry]) { log in [try log.redact(redaction)] }[0]
    }

    private func write(_ entries: [Entry], _ send: (Log) throws -> [Accepted]) throws -> [Accepted] {
        Interrupt.takeTime()
        // Two seconds for the server that is there, whatever somebody would wait; what is large takes it longer.
        let patience = wait.begin().extended(by: .seconds(2) + .milliseconds(10) * entries.count)
        var delivery = Delivery(entries)
        while true {
            do {
                log.connection.deadline = patience.deadline
                defer { log.connection.deadline = nil }
                // What was there already is what the first answer says.
                let accepted = try send(log)
                if delivery.answer == nil { delivery.answer = accepted }
                delivery.isUnsure = false
                try makeKnown(accepted, patience)
                return delivery.answer ?? accepted
            } catch let error as Undelivered {
                throw error
            } catch let error as PostgresError
                where error.state == .insufficientPrivilege && !delivery.wasLost
            {
                // What it takes is for the command to say.
                throw error
            } catch let error as PostgresError {
                let isReadOnly = error.state == .readOnlyTransaction && delivery.wasLost
                guard error.isConnectionLost || isReadOnly, error != .outOfTime, !patience.isOver else {
                    // Of an answer that was given up nobody knows what it would have said.
                    if log.connection.isAbandoned { delivery.isUnsure = true }
                    throw delivery.failure(error)
                }
                delivery.lose()
                logger.debug("connection lost, sending again: \(error)")
                try reconnect(patience, delivery)
            }
        }
    }

    private func reconnect(_ patience: Patience, _ delivery: Delivery) throws {
        var pause = Pause(longest: 500_000)
        while true {
            pause.next()
            do {
                return try reopen(starting: true, patience)
            } catch let failure as Failure {
                throw delivery.undelivered(failure)
            } catch let error as PostgresError {
                guard error.isConnectionLost, error != .outOfTime, !patience.isOver else {
                    throw delivery.failure(error)
                }
            }
        }
    }

    /// Waits until entries are known, as long as there is hope.
    private func makeKnown(_ accepted: [Accepted], _ patience: Patience) throws {
        var pause = Pause(longest: 500_000)
        while true {
            do {
                if try log.sequence(until: accepted) { return }
                throw Undelivered(.accepted, accepted, because: .late)
            } catch let error as PostgresError {
                if error.isConnectionLost, error != .outOfTime { throw error }
                guard !error.isInterruption, error != .outOfTime, error.mayPass, !patience.isOver else {
                    throw Undelivered(.accepted, accepted, because: Failure(error))
                }
                // Somebody else may have done it meanwhile.
                if (try? log.isWaiting(accepted)) == false { return }
                logger.debug("not yet known, trying again: \(error)")
            }
            pause.next()
        }
    }
}

/// How far entries have come.
private struct Delivery {
    private let entries: [Entry]
    /// What was answered first.
    var answer: [Accepted]?
    /// Whether they were sent, and nobody knows what became of that.
    var isUnsure = false
    /// Whether a connection was lost.
    private(set) var wasLost = false

    init(_ entries: [Entry]) {
        self.entries = entries
    }

    mutating func lose() {
        isUnsure = true
        wasLost = true
    }

    /// What an error means, with what has become of the entries.
    func failure(_ error: PostgresError) -> any Error {
        undelivered(Failure(error), isUnsure: isUnsure || error.isConnectionLost)
    }

    func undelivered(_ cause: Failure) -> any Error {
        undelivered(cause, isUnsure: isUnsure)
    }

    private func undelivered(_ cause: Failure, isUnsure: Bool) -> any Error {
        if let answer { return Undelivered(.accepted, answer, because: cause) }
        if isUnsure { return Undelivered(.unsure, entries, because: cause) }
        return Failure(cause.code, cause.items, outcome: cause.outcome ?? "Nothing was written.")
    }
}

extension PostgresError {
    /// Whether the same may succeed in a moment: a lock, a limit of time, a full disk.
    fileprivate var mayPass: Bool {
        guard let state else { return false }
        return ["40", "53", "57", "58"].contains(state.rawValue.prefix(2)) || state == .lockNotAvailable
    }
}
