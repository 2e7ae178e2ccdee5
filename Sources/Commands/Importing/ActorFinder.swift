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
        /// Nobody, and none can be made of it.
        case refused(Problems)
    }

    /// What problems with names are about.
    static let topic = "unknown-actor"

    /// An actor, or more codes of one.
    struct Registration {
        let entry: ActorEntry
        /// Whether nobody knew it.
        let isNew: Bool
    }

    private let directory: ActorDirectory
    private let creates: Bool
    private var found: [ImportedActor: Found] = [:]
    /// By folded name, slug and code, those made for this file.
    private var made: [FoldedName: ActorID] = [:]
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
        let names = wanted.flatMap { $0.codes + [Self.written($0)] }
        let slugs = creates ? wanted.compactMap { Self.slug(of: Self.written($0))?.slug } : []
        let known = try directory.find((names + slugs).filter { !$0.utf8.contains(0) })
        for actor in wanted { found[actor] = try find(actor, in: known) }
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
            case .refused(let problems):
                return .failure(problems.list[0])
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
            switch found[actor] {
            case .actor, .refused: continue
            case .nobody, .several, nil: unknown[actor.name, default: 0] += 1
            }
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
        fresh = []
    }

    private mutating func find(_ actor: ImportedActor, in known: [FoldedName: Set<ActorID>]) throws -> Found {
        let written = Self.written(actor)
        for name in actor.codes + [written] {
            let folded = FoldedName(name)
            if let mine = made[folded] { return .actor(mine) }
            guard let actors = known[folded]?.sorted(), let first = actors.first else { continue }
            guard
                let one = actors.count == 1
                    ? first : ActorID(name).flatMap({ actors.contains($0) ? $0 : nil })
            else { return .several(actors) }
            // Other rows, and other files of the source, may give the code alone.
            if creates, name == written { learn(actor.codes, of: one, known) }
            return .actor(one)
        }
        return creates ? try create(actor, named: written, in: known) : .nobody
    }

    private mutating func create(
        _ actor: ImportedActor,
        named name: String,
        in known: [FoldedName: Set<ActorID>]
    ) throws -> Found {
        guard let wanted = Self.slug(of: name) else { return .nobody }
        let slug = try free(wanted, known)
        var draft = ActorDraft()
        draft.actor = slug.slug
        draft.name = name
        draft.kind = actor.kind?.rawValue
        draft.codes = actor.codes
        switch draft.checked() {
        case .failure(let problems): return .refused(problems)
        case .success(let entry):
            // By its slug too, as everybody finds it from then on.
            for name in actor.codes + [name, slug.slug] { made[FoldedName(name)] = slug }
            fresh.append(Registration(entry: entry, isNew: true))
            return .actor(slug)
        }
    }

    /// The slug, or the first with a number behind it that finds nobody.
    private func free(_ slug: ActorID, _ known: [FoldedName: Set<ActorID>]) throws -> ActorID {
        guard made[FoldedName(slug.slug)] != nil || known[FoldedName(slug.slug)] != nil else { return slug }
        var number = 2
        while true {
            let next = slug.numbered(number)
            if made[FoldedName(next.slug)] == nil, try directory.find([next.slug]).isEmpty { return next }
            number += 1
        }
    }

    private mutating func learn(_ codes: [String], of actor: ActorID, _ known: [FoldedName: Set<ActorID>]) {
        let news = codes.filter { known[FoldedName($0)] == nil && made[FoldedName($0)] == nil }
        guard !news.isEmpty else { return }
        for code in news { made[FoldedName(code)] = actor }
        let entry = ActorEntry(actor: actor, name: nil, kind: nil, aliases: [], codes: news)
        fresh.append(Registration(entry: entry, isNew: false))
    }

    /// A name as an actor has it: on one line, so that it is looked up by what it was registered as.
    private static func written(_ actor: ImportedActor) -> String {
        Printable.line(actor.name.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The slug of a name; where there is nothing in it for one, as in another script, what is the same each time.
    private static func slug(of name: String) -> ActorID? {
        ActorID(naming: name) ?? ActorID("actor-\(EventID(naming: name).description.prefix(8))")
    }
}
