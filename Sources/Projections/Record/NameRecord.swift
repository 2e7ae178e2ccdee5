package import Annals
package import EventLog

/// What entries say of actors, folded one after the other in the order of the log.
///
/// It answers as ``ActorDirectory`` does, from the log alone.
package struct NameRecord {
    private var standing: [EventID: (position: Position, entry: ActorEntry)] = [:]

    package init() {}

    /// Learns the next entry.
    package mutating func learn(_ logged: LoggedEntry) {
        guard let position = logged.position else { return }
        standing[logged.entry.event] = logged.entry.content?.actor.map { (position, $0) }
    }

    /// What an actor is called; nil when nobody said.
    package func name(of actor: ActorID) -> String? {
        entries[actor]?.compactMap(\.name).last
    }

    /// Whether a name finds an actor.
    package func finds(_ actor: ActorID, _ name: String) -> Bool {
        let folded = FoldedName(name)
        return entries[actor]?.contains { $0.findableNames.contains { FoldedName($0) == folded } } ?? false
    }

    /// All actors, with everything that finds them, in slug order.
    package var profiles: [ActorProfile] {
        entries.sorted { $0.key < $1.key }.map { actor, entries in
            ActorProfile(
                slug: actor.slug,
                name: entries.compactMap(\.name).last,
                kind: entries.compactMap(\.kind).last?.rawValue,
                aliases: entries.flatMap { Self.distinct($0.aliases) },
                codes: entries.flatMap { Self.distinct($0.codes) }
            )
        }
    }

    /// What stands of each actor, in the order of the log.
    private var entries: [ActorID: [ActorEntry]] {
        let ordered = standing.values.sorted { $0.position < $1.position }.map(\.entry)
        return Dictionary(grouping: ordered, by: \.actor)
    }

    /// One of those that find the same, in the order of their bytes.
    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<FoldedName> = []
        return names.filter { seen.insert(FoldedName($0)).inserted }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
