import Annals
import EventLog
import Projections

/// The actors a piece of input names, looked up together, and those it registers itself.
struct Roster {
    private let known: [FoldedName: Set<ActorID>]
    private let profiles: [ActorID: ActorProfile]
    private var registered: [FoldedName: Set<ActorID>] = [:]
    private let suggestions: Suggestions

    /// Looks up names, and what is known of the actors an input registers.
    init(_ log: Log, naming names: [String], registering actors: [ActorID] = []) throws {
        let directory = ActorDirectory(log)
        // PostgreSQL cannot hold a NUL, so that no such name finds anybody.
        known = try directory.find(names.filter { !$0.utf8.contains(0) })
        suggestions = Suggestions(directory)
        let profiles =
            actors.isEmpty ? [] : try directory.profiles(of: actors, known: try log.head().position)
        self.profiles = Dictionary(
            uniqueKeysWithValues: profiles.compactMap { profile in ActorID(profile.slug).map { ($0, profile) }
            }
        )
    }

    /// Adds what an entry of the same input says of an actor.
    mutating func add(_ entry: ActorEntry) {
        for name in entry.findableNames { registered[FoldedName(name), default: []].insert(entry.actor) }
    }

    /// Whether nothing is known of an actor that an input registers.
    func isNew(_ actor: ActorID) -> Bool { profiles[actor] == nil }

    /// Whether an entry says anything of an actor that is not known.
    func isNews(_ entry: ActorEntry) -> Bool {
        guard let profile = profiles[entry.actor] else { return true }
        return entry.findableNames.contains { known[FoldedName($0)]?.contains(entry.actor) != true }
            || entry.name != nil && entry.name != profile.name
            || entry.kind != nil && entry.kind?.rawValue != profile.kind
    }

    /// A name in an entry that finds somebody else.
    func clash(of entry: ActorEntry) -> Problem? {
        for name in entry.findableNames {
            guard let other = actors(name).subtracting([entry.actor]).min() else { continue }
            return Problem(
                "actor",
                "\"\(name.prefix(60))\" already finds \(other)",
                help: "give \(entry.actor) another name, or retract the entry that gave it to \(other)"
            )
        }
        return nil
    }

    private func actors(_ name: String) -> Set<ActorID> {
        let folded = FoldedName(name)
        return (known[folded] ?? []).union(registered[folded] ?? [])
    }

    /// The one actor of a name, or what is wrong with it.
    func resolve(_ name: String) -> Result<ActorID, Problem> {
        let actors = actors(name).sorted()
        if let actor = actors.first, actors.count == 1 { return .success(actor) }
        // A slug is an actor's own name: it wins over somebody else's alias.
        if let slug = ActorID(name), actors.contains(slug) { return .success(slug) }
        let shown = name.prefix(60)
        guard actors.isEmpty else {
            return .failure(
                Problem(
                    "actor",
                    "\"\(shown)\" is several actors",
                    help: "write one of \(actors.map(\.slug).joined(separator: ", "))"
                )
            )
        }
        let near = suggestions.near(name, or: registered.values.flatMap { $0 })
        return .failure(
            Problem(
                "actor",
                "no actor \"\(shown)\"",
                help: (near.map { "did you mean \($0)? " } ?? "")
                    + "see annals actor list, or register it: annals actor add SLUG \"NAME\""
            )
        )
    }
}

/// Names near to one that finds nobody; read from the database once, when the first is wanted.
private final class Suggestions {
    private let directory: ActorDirectory
    private var names: [(written: String, actor: ActorID)]?
    private var answers: [String: String?] = [:]

    init(_ directory: ActorDirectory) {
        self.directory = directory
    }

    func near(_ name: String, or registered: [ActorID]) -> String? {
        if let answer = answers[name] { return answer }
        // Without names there is nothing to suggest, and the error itself is what matters.
        let names = self.names ?? (try? directory.allNames()) ?? []
        self.names = names
        let near = NearName.of(name, among: names.map(\.written) + registered.map(\.slug))
        let answer = near.map { near in
            let slug = names.first { $0.written == near }?.actor.slug ?? near
            return FoldedName(slug) == FoldedName(near) ? slug : "\(slug) (\(near))"
        }
        answers[name] = answer
        return answer
    }
}
