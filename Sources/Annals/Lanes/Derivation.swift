/// What an entry means for the projections.
///
/// Derived, never stored as truth: the log alone can rebuild it.
///
/// A pure function of entry, entry before it and rulebook. The writer runs it for live work and replay runs it
/// again; that the two agree is the audit.
public struct Derivation: Hashable, Sendable {
    /// Every stream the entry touches: its own and those of the revision it replaces.
    public let streams: [StreamID]
    /// The effects, in the order of the event's; empty for a retraction or a registered actor.
    public let effects: [Effect]
    /// What it adds to and takes from the monthly counts.
    public let activity: [Activity]
    /// What it says of an actor.
    public let actor: ActorEntry?

    /// Derives what an entry means.
    ///
    /// - Parameters:
    ///   - content: what the entry says; nil for a retraction.
    ///   - replaced: what the event said before this entry; nil for its first.
    public static func of(
        _ content: EntryContent?,
        replacing replaced: EntryContent?,
        rulebook: Rulebook
    ) -> Derivation {
        let now = content?.event.map { derive($0, rulebook) }
        let before = replaced?.event.map { derive($0, rulebook) }
        let actors = [content?.actor?.actor, replaced?.actor?.actor].compactMap { $0 }
        return Derivation(
            streams: Set((now?.streams ?? []) + (before?.streams ?? []) + actors.map { StreamID($0) })
                .sorted(),
            effects: now?.effects ?? [],
            activity: (now?.activity ?? []) + (before?.activity ?? []).map(\.reversed),
            actor: content?.actor
        )
    }

    private static func derive(_ event: Event, _ rulebook: Rulebook) -> Derivation {
        let effects = event.claimed(rulebook).compactMap { event.effect(of: $0, rulebook) }
        return Derivation(
            streams: Set(event.streams + effects.map(\.lane.stream)).sorted(),
            effects: effects,
            activity: event.activity,
            actor: nil
        )
    }
}

extension Activity {
    fileprivate var reversed: Activity {
        Activity(
            stream: stream,
            from: from,
            to: to,
            month: month,
            quadClass: quadClass,
            events: -events,
            scoreInTenths: -scoreInTenths
        )
    }
}
