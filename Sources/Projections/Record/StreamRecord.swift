package import Annals
package import EventLog
package import Postgres

/// What the entries of a stream say, folded one after the other in the order of the log.
///
/// It answers as ``Answers`` does, from the log alone: what the projections are held against. It keeps what was
/// replaced, so that it answers as known at any position up to the last it has learnt.
package struct StreamRecord {
    private let stream: StreamID
    private let rulebook: Rulebook
    /// Every effect there was, in the order of the log.
    private(set) var claims: [Claim] = []
    /// The positions of its entries.
    private(set) var positions: [Position] = []
    private var titles: [Position: String] = [:]
    /// Which of the claims are those of the last entry of an event.
    private var standing: [EventID: Range<Int>] = [:]

    package init(_ stream: StreamID, rulebook: Rulebook) {
        self.stream = stream
        self.rulebook = rulebook
    }

    /// Learns the next entry of the stream.
    package mutating func learn(_ logged: LoggedEntry) {
        learn(logged, Derivation.of(logged.entry.content, replacing: nil, rulebook: rulebook).effects)
    }

    /// Learns the next entry of the stream, from which some effects derive.
    mutating func learn(_ logged: LoggedEntry, _ derived: [Effect]) {
        guard let position = logged.position else { return }
        let event = logged.entry.event
        positions.append(position)
        for index in standing[event] ?? 0..<0 { claims[index].replaced = position }
        let first = claims.count
        claims += derived.enumerated().filter { $1.lane.stream == stream }.map { ordinal, effect in
            Claim(
                known: KnownEffect(effect: effect, position: position, ordinal: ordinal, event: event),
                replaced: nil
            )
        }
        standing[event] = first..<claims.count
        if first < claims.count { titles[position] = logged.entry.content?.event?.title }
    }

    /// The effects of the stream that stood at a position.
    package func effects(known: Position) -> [KnownEffect] {
        claims.filter { $0.stands(at: known) }.map(\.known)
    }

    /// How the stream stood on a day, as known at a position up to which everything has been learnt.
    package func state(asOf: AsOf, recordedAt: Timestamp?) -> RelationshipState {
        states(on: [asOf.at], known: asOf.known, recordedAt: recordedAt)[0]
    }

    /// How it stood on each of some days.
    func states(on days: [Day], known: Position, recordedAt: Timestamp?) -> [RelationshipState] {
        let effects = effects(known: known)
        let version = Version(rawValue: Int64(positions.count { $0 <= known }))
        return days.map { day in
            RelationshipState(
                stream: stream,
                asOf: AsOf(at: day, known: known),
                recordedAt: recordedAt,
                rulebook: rulebook,
                version: version,
                effects: effects,
                title: { titles[$0.position] ?? "" }
            )
        }
    }
}
