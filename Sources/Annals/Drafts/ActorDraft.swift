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
        let kind: ActorKind? = checker.word(kind, "kind")
        if let name {
            _ = checker.required(name, "name", help: "give it a name, or leave the field out")
            checker.limit(name: name, "name")
        }
        for (index, alias) in aliases.enumerated() {
            _ = checker.required(alias, "aliases[\(index)]", help: "leave empty aliases out")
            checker.limit(name: alias, "aliases[\(index)]")
        }
        for (index, code) in codes.enumerated() {
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
                continue
            }
            checker.text(code, "codes[\(index)]")
            checker.limit(name: code, "codes[\(index)]")
        }
        guard checker.problems.isEmpty, let slug else { return .failure(Problems(checker.problems)) }
        return .success(ActorEntry(actor: slug, name: name, kind: kind, aliases: aliases, codes: codes))
    }
}
