/// What somebody wrote of an actor, before anything was checked.
public struct ActorDraft: Hashable, Sendable {
    /// Its slug.
    public var actor: String = ""
    /// The name shown.
    public var name: String?
    /// What sort of actor.
    public var kind: String?
    /// Other names that find it.
    public var aliases: [String] = []
    /// Codes that find it, each `scheme:value`.
    public var codes: [String] = []

    /// An empty draft.
    public init() {}

    /// What the draft says of an actor, or everything that is wrong with it.
    public func checked() -> Result<ActorEntry, Problems> {
        var checker = Checker { _ in .failure(Problem("actor", "not looked up")) }
        let slug = ActorID(actor)
        if slug == nil {
            checker.report(
                Problem(
                    "actor",
                    "\"\(actor.prefix(60))\" is not a slug",
                    field: "actor",
                    help: "write lower-case letters, digits and single hyphens, as in united-states"
                )
            )
        }
        for (field, count) in [("aliases", aliases.count), ("codes", codes.count)] {
            checker.limit(count, field, help: "leave out those that nobody looks for")
        }
        let kind: ActorKind? = checker.word(kind, "kind")
        let name = name.flatMap {
            checker.name($0, "name", orElse: "give it a name, or leave the field out")
        }
        let aliases = aliases.enumerated().compactMap {
            checker.name($1, "aliases[\($0)]", orElse: "leave empty aliases out")
        }
        let codes = codes.enumerated().compactMap { index, code -> String? in
            let parts = code.split(separator: ":", omittingEmptySubsequences: false)
            let scheme = parts.first.flatMap { ActorID(String($0)) }
            guard parts.count == 2, scheme != nil, !parts[1].isEmpty,
                !parts[1].contains(where: \.isWhitespace)
            else {
                checker.report(
                    Problem(
                        "actor",
                        "\"\(code.prefix(60))\" is not a code",
                        field: "codes[\(index)]",
                        help: "write scheme:value, as in iso3:USA, cow:2 or wikidata:Q30"
                    )
                )
                return nil
            }
            let written = checker.text(code, "codes[\(index)]")
            checker.limit(name: written, "codes[\(index)]")
            return written
        }
        guard checker.problems.isEmpty, let slug else { return .failure(Problems(checker.problems)) }
        return .success(ActorEntry(actor: slug, name: name, kind: kind, aliases: aliases, codes: codes))
    }
}

extension Checker {
    /// A name that must be more than spaces, and not too long to be looked up.
    fileprivate mutating func name(_ name: String, _ field: String, orElse help: String) -> String? {
        let written = required(name, field, help: help)
        limit(name: written, field)
        return written
    }
}
