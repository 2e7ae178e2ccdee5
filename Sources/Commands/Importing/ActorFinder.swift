import Annals
import EventLog
import Formats
import Projections

/// Finds whom the rows of a file name, and makes those that nobody knows when that was asked for.
///
/// What was found is kept: a file names few actors, and each many times.
struct ActorFinder {
    /// What became of a name.
    enum Found {
        case actor(ActorID)
        case nobody
        case several([ActorID])
    }

    /// What problems with names are about.
    static let topic = "unknown actor"

    /// An actor, or more codes of one.
    struct Registration {
        let entry: ActorEntry
        /// Whether nobody knew it.
        let isNew: Bool
    }

    private let directory: ActorDirectory
    private let creates: Bool
    private var found: [ImportedActor: Found] = [:]
    /// By folded name and code, those made for this file.
    private var made: [FoldedName: ActorID] = [:]
    private var slugs: Set<ActorID> = []
    /// What is to be registered and was not yet handed on.
    private var fresh: [Registration] = []
    /// How often a name was wanted that finds nobody, or several.
    private(set) var unknown: [String: Int] = [:]

    init(_ log: Log, creates: Bool) {
        directory = ActorDirectory(log)
        self.creates = creates
    }

    /// Looks up whom some rows name, all in one round trip.
    mutating func look(for rows: [ImportedRow]) throws {
        var wanted: [ImportedActor] = []
        var seen: Set<ImportedActor> = []
        for row in rows {
            for actor in row.actors where found[actor] == nil && seen.insert(actor).inserted {
                wanted.append(actor)
            }
        }
        guard !wanted.isEmpty else { return }
        let slugs = wanted.map { ActorID(naming: $0.name)?.slug }
        let names = wanted.flatMap { $0.codes + [$0.name] } + (creates ? slugs.compactMap { $0 } : [])
        let known = try directory.find(names.filter { !$0.utf8.contains(0) })
        for actor in wanted { found[actor] = find(actor, in: known) }
    }

    /// Who is meant by a name of a row that was looked for.
    func resolve(_ row: ImportedRow) -> (String) -> Result<ActorID, Problem> {
        let actors = Dictionary(row.actors.map { ($0.name, $0) }) { first, _ in first }
        return { name in
            switch actors[name].flatMap({ found[$0] }) {
            case .actor(let actor): return .success(actor)
            case .several(let several):
                let slugs = several.map(\.slug).joined(separator: ", ")
                return .failure(
                    Problem(
                        "actor",
                        "\"\(name.prefix(60))\" is several actors",
                        help: "write one of \(slugs)"
                    )
                )
            case .nobody, nil:
                return .failure(
                    Problem(
                        Self.topic,
                        "no actor \"\(name.prefix(60))\"",
                        help: "register it, give the alias to somebody, or import with --create-actors"
                    )
                )
            }
        }
    }

    /// Counts the names of a row that find nobody, or several.
    mutating func count(_ row: ImportedRow) {
        for actor in row.actors {
            if case .actor? = found[actor] { continue }
            unknown[actor.name, default: 0] += 1
        }
    }

    /// Hands on what is to be registered since it last did.
    mutating func takeFresh() -> [Registration] {
        defer { fresh = [] }
        return fresh
    }

    /// Forgets all it has found, for when somebody else made the same actor at the same moment.
    mutating func forget() {
        found = [:]
        made = [:]
        slugs = []
        fresh = []
    }

    private mutating func find(_ actor: ImportedActor, in known: [FoldedName: Set<ActorID>]) -> Found {
        for name in actor.codes + [actor.name] {
            let folded = FoldedName(name)
            if let mine = made[folded] { return .actor(mine) }
            guard let actors = known[folded]?.sorted(), let first = actors.first else { continue }
            guard
                let one = actors.count == 1
                    ? first : ActorID(name).flatMap({ actors.contains($0) ? $0 : nil })
            else { return .several(actors) }
            // Other rows, and other files of the source, may give the code alone.
            if creates, name == actor.name { learn(actor.codes, of: one, known) }
            return .actor(one)
        }
        return creates ? create(actor, in: known).map { .actor($0) } ?? .nobody : .nobody
    }

    private mutating func create(_ actor: ImportedActor, in known: [FoldedName: Set<ActorID>]) -> ActorID? {
        let name = Printable.line(actor.name)
        guard var slug = ActorID(naming: name) ?? Self.slug(ofNoLetters: name) else { return nil }
        var number = 2
        while slugs.contains(slug) || known[FoldedName(slug.slug)] != nil && number == 2 {
            slug = slug.numbered(number)
            number += 1
        }
        var draft = ActorDraft()
        draft.actor = slug.slug
        draft.name = name
        draft.kind = actor.kind?.rawValue
        draft.codes = actor.codes
        guard case .success(let entry) = draft.checked() else { return nil }
        slugs.insert(slug)
        for name in actor.codes + [actor.name] { made[FoldedName(name)] = slug }
        fresh.append(Registration(entry: entry, isNew: true))
        return slug
    }

    private mutating func learn(_ codes: [String], of actor: ActorID, _ known: [FoldedName: Set<ActorID>]) {
        let news = codes.filter { known[FoldedName($0)] == nil && made[FoldedName($0)] == nil }
        guard !news.isEmpty else { return }
        for code in news { made[FoldedName(code)] = actor }
        let entry = ActorEntry(actor: actor, name: nil, kind: nil, aliases: [], codes: news)
        fresh.append(Registration(entry: entry, isNew: false))
    }

    /// Of a name in which there is nothing for a slug, as one in another script: what is the same each time.
    private static func slug(ofNoLetters name: String) -> ActorID? {
        let digits = EventID(naming: name).description.prefix(8)
        return ActorID("actor-\(digits)")
    }
}
