import Annals
import EventLog
import Projections

/// The actors a piece of input names, looked up together, and those it registers itself.
struct Roster {
    private let log: Log
    private var found: [FoldedName: Set<ActorID>]

    /// Looks names up.
    init(_ log: Log, naming names: [String]) throws {
        self.log = log
        found = try ActorDirectory(log).find(names)
    }

    /// Adds what an entry of the same input says of an actor.
    mutating func add(_ entry: ActorEntry) {
        for name in entry.findableNames { found[FoldedName(name), default: []].insert(entry.actor) }
    }

    /// Whom a name finds already.
    func actors(_ name: String) -> Set<ActorID> { found[FoldedName(name)] ?? [] }

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
        let known = ((try? ActorDirectory(log).allNames()) ?? []) + found.keys.map(\.text)
        let near = NearName.of(name, among: known).map { near in
            let slug = (try? ActorDirectory(log).find([near]))?[FoldedName(near)]?.first?.slug ?? near
            return "did you mean \(slug)\(FoldedName(slug) == FoldedName(near) ? "" : " (\(near))")? "
        }
        return .failure(
            Problem(
                "actor",
                "no actor \"\(shown)\"",
                help: (near ?? "") + "see annals actor list, or register it: annals actor add SLUG \"NAME\""
            )
        )
    }
}
