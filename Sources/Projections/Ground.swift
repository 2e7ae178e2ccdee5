package import Annals
package import EventLog

/// What answers are given from: the projections (``Answers``), or the entries of the log alone (``LogRecord``).
///
/// It only finds things; what they come to is decided above it, once, so that an audit goes by the same rules as the
/// answer it audits. Whatever is asked as known at a position, nothing that was recorded later plays a part in.
package protocol Ground {
    /// The rulebook effects are derived with.
    var rulebook: Rulebook { get }

    /// How a stream stood on each of some days.
    func states(of stream: StreamID, on days: [Day], known: Position) throws -> [RelationshipState]

    /// The days within some on which a stream's state can change, the first of them included; nil when there are
    /// more than so many.
    func turningDays(of stream: StreamID, within days: ClosedRange<Day>, known: Position, most: Int) throws
        -> [Day]?

    /// Days from before any of a stream's effects begins until the last of them ends; nil where none has a date.
    func span(of stream: StreamID, known: Position) throws -> ClosedRange<Day>?

    /// How every stream stood of which anything is known, in the order of their names; of one actor those it is in,
    /// of several those among them. Titles may be missing: see ``titles(at:)``.
    func network(
        asOf: AsOf,
        of actors: [ActorID]?,
        facet: Facet?,
        _ body: (StreamID, [LaneState]) throws -> Void
    ) throws

    /// The streams that entries after one position and up to another touch, in the order of their names; chosen by
    /// actors as in a network.
    func touched(from first: Position, to last: Position, of actors: [ActorID]?) throws -> [StreamID]

    /// Effects of a stream known then, among them all that can decide on the day.
    func candidates(of stream: StreamID, asOf: AsOf) throws -> [KnownEffect]

    /// Effects of a stream that may have begun by the day, and those that no longer stood: of either sort, in each
    /// lane, at least so many, the last ones to begin.
    func claims(of stream: StreamID, asOf: AsOf, facet: Facet?, most: Int) throws -> [Claim]

    /// The entries at some positions.
    func entries(at positions: [Position]) throws -> [Position: LoggedEntry]

    /// The entries of some events known at a position, each event's first to last.
    func entries(of events: [EventID], known: Position) throws -> [LoggedEntry]

    /// The entries that replaced those at some positions, each the next of its event, as far as known.
    func replacements(of positions: [Position], known: Position) throws -> [Position: LoggedEntry]

    /// What the events are called that entries at some positions state.
    func titles(at positions: [Position]) throws -> [Position: String]
}

extension StreamID {
    /// Whether one actor is in it, or whether it is among several; any is, when no actors are given.
    func isAmong(_ actors: [ActorID]?) -> Bool {
        guard let actors else { return true }
        return actors.count == 1 ? self.actors.contains(actors[0]) : self.actors.allSatisfy(actors.contains)
    }
}
