package import Annals
import FoundationEssentials
import Logging
import Postgres

/// What became of an entry handed to the log.
package struct Accepted: Hashable, Sendable {
    /// The event.
    package let event: EventID
    /// Which of its entries.
    package let revision: Int
    /// Whether the log had it already, with the same content: a safe retry.
    package let isDuplicate: Bool
    /// Its version in every stream it touches.
    package let versions: [StreamID: Version]
}

extension Log {
    /// Makes entries durable, all or none, in one round trip.
    ///
    /// They are accepted then, and known once ``sequence(until:)`` has given them their position. An entry the
    /// log already has with the same content is accepted once, whatever is expected.
    ///
    /// - Throws: `LogError.conflict` when a stream stands at another version than expected, `.reused` when an
    ///   entry exists with other content; `PostgresError` for anything the server says.
    package func append(_ entries: [PendingEntry], expecting: [StreamID: Version] = [:]) throws -> [Accepted]
    {
        let stored = try entries.map { try StoredEntry($0, rulebook: rulebook) }
        let expected = Dictionary(uniqueKeysWithValues: expecting.map { ($0.name, $1.rawValue) })
        let expectedJSON = String(decoding: try JSONEncoder().encode(expected), as: UTF8.self)
        do {
            return try send(stored, expectedJSON)
        } catch {
            throw LogError(error) ?? error
        }
    }

    private func send(_ entries: [StoredEntry], _ expected: String) throws -> [Accepted] {
        do {
            return try sendOnce(entries, expected)
        } catch PostgresError.server(let message) where message.state == .uniqueViolation {
            // Somebody wrote the same entry at the same moment, to other streams. It is there now, to compare.
            return try sendOnce(entries, expected)
        }
    }

    private func sendOnce(_ entries: [StoredEntry], _ expected: String) throws(PostgresError) -> [Accepted] {
        try connection.query(
            """
            select event_id, revision, duplicate, streams, versions
              from annals.append(\(entries)::annals.new_entry[], \(expected)::jsonb)
            """
        ) { row throws(PostgresError) in try Accepted(row) }
    }

    /// Gives accepted entries their position, until those asked for have one.
    ///
    /// Every writer helps after its commit: it sequences what is there, its own entries and others'. When
    /// somebody else is at it, it waits for them, until the deadline of the connection at most.
    ///
    /// - Returns: whether those asked for are sequenced; none asked for, whether nobody else is at it.
    @discardableResult
    package func sequence(until accepted: [Accepted] = []) throws -> Bool {
        var pause = Pause()
        while true {
            let round = try connection.first("select sequenced, more, busy from annals.sequence()") {
                row throws(PostgresError) in
                (
                    sequenced: try row["sequenced", as: Int32.self], more: try row["more", as: Bool.self],
                    busy: try row["busy", as: Bool.self]
                )
            }
            guard let round else { return false }
            if round.busy {
                if try !isWaiting(accepted) { return !accepted.isEmpty }
                if let deadline = connection.deadline, deadline < .now { return false }
                pause.next()
            } else {
                logger.debug("sequenced \(round.sequenced)")
                if !round.more { return true }
            }
        }
    }

    /// The positions of entries, by event and revision; those not yet known have none.
    package func positions(of accepted: [Accepted]) throws -> [EventID: [Int: Position]] {
        let events = accepted.map(\.event)
        let found = try connection.query(
            "select event_id, revision, position from annals.log where event_id = any(\(events))"
        ) { row throws(PostgresError) in
            (
                event: try row["event_id", as: EventID.self],
                revision: Int(try row["revision", as: Int32.self]),
                position: try row["position", as: Position.self]
            )
        }
        return found.reduce(into: [:]) { $0[$1.event, default: [:]][$1.revision] = $1.position }
    }

    /// Whether any of some entries has no position yet.
    package func isWaiting(_ accepted: [Accepted]) throws -> Bool {
        let events = accepted.map(\.event)
        let revisions = accepted.map { Int32($0.revision) }
        return try connection.first(
            """
            select exists (
                       select from unnest(\(events), \(revisions)) as mine (event_id, revision)
                        where not exists (select from annals.log l
                                           where (l.event_id, l.revision) = (mine.event_id, mine.revision))
                   ) as waiting
            """
        ) { row throws(PostgresError) in try row["waiting"] } ?? false
    }
}

extension Accepted {
    /// Reads a row that `annals.append` or `annals.redact` answers with.
    init(_ row: Row) throws(PostgresError) {
        let streams: [String] = try row["streams"]
        let versions: [Int64] = try row["versions"]
        let numbered = zip(streams, versions).compactMap { name, version in
            StreamID(name).map { ($0, Version(rawValue: version)) }
        }
        self.init(
            event: try row["event_id"],
            revision: Int(try row["revision", as: Int32.self]),
            isDuplicate: try row["duplicate"],
            versions: Dictionary(uniqueKeysWithValues: numbered)
        )
    }
}

extension LogError {
    /// What an error of `annals.append` or `annals.redact` means; nil for errors of other kinds.
    init?(_ error: any Error) {
        guard case PostgresError.server(let message)? = error as? PostgresError else { return nil }
        if message.state == "AN006" {
            self = .nothingToErase(message.message)
            return
        }
        guard let detail = message.detail else { return nil }
        struct Conflict: Decodable { let stream: String, expected, actual: Int64 }
        struct Revision: Decodable { let event: String, revision: Int }
        let data = Data(detail.utf8)
        switch message.state {
        case "AN001":
            guard let facts = try? JSONDecoder().decode(Conflict.self, from: data),
                let stream = StreamID(facts.stream)
            else { return nil }
            self = .conflict(
                stream: stream,
                expected: Version(rawValue: facts.expected),
                actual: Version(rawValue: facts.actual)
            )
        case "AN002":
            guard let facts = try? JSONDecoder().decode(Revision.self, from: data),
                let event = EventID(facts.event)
            else { return nil }
            self = .reused(event: event, revision: facts.revision)
        default: return nil
        }
    }
}
