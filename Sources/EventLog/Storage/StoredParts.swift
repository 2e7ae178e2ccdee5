import Annals

// The parts of an entry that are stored as JSON.

struct StoredClaim: Codable {
    /// The members in the order of canonical bytes.
    static let names: [StaticString] = [
        "facet", "key", "from", "to", "value", "begin", "end", "claimant", "terms",
    ]

    var facet: String
    var key: String?
    var from: String
    var to: String?
    var value: String
    var begin: String?
    var end: String?
    var claimant: String?
    var terms: [String]?

    init(
        facet: String,
        key: String?,
        from: String,
        to: String?,
        value: String,
        begin: String?,
        end: String?,
        claimant: String?,
        terms: [String]?
    ) {
        self.facet = facet
        self.key = key
        self.from = from
        self.to = to
        self.value = value
        self.begin = begin
        self.end = end
        self.claimant = claimant
        self.terms = terms
    }

    init(_ claim: ClaimedEffect) {
        let draft = EffectDraft(claim)
        facet = claim.facet.rawValue
        key = draft.key
        from = claim.from.slug
        to = draft.to
        value = claim.value
        begin = draft.begin
        end = draft.end
        claimant = draft.claimant
        terms = draft.terms.isEmpty ? nil : draft.terms
    }

    var draft: EffectDraft {
        var draft = EffectDraft()
        draft.facet = facet
        draft.key = key
        draft.from = from
        draft.to = to
        draft.value = value
        draft.begin = begin
        draft.end = end
        draft.claimant = claimant
        draft.terms = terms ?? []
        return draft
    }
}

struct StoredSource: Codable {
    /// The members in the order of canonical bytes.
    static let names: [StaticString] = ["title", "publisher", "url", "published", "locator"]

    var title: String
    var publisher: String?
    var url: String?
    var published: String?
    var locator: String?

    init(_ source: Source) {
        title = source.title
        publisher = source.publisher
        url = source.url
        published = source.published
        locator = source.locator
    }

    var source: Source {
        Source(title: title, publisher: publisher, url: url, published: published, locator: locator)
    }
}

struct StoredActor: Codable {
    /// The members in the order of canonical bytes.
    static let names: [StaticString] = ["actor", "name", "kind", "aliases", "codes"]

    var actor: String
    var name: String?
    var kind: String?
    var aliases: [String]
    var codes: [String]

    init(_ entry: ActorEntry) {
        actor = entry.actor.slug
        name = entry.name
        kind = entry.kind?.rawValue
        aliases = entry.aliases
        codes = entry.codes
    }

    var draft: ActorDraft {
        var draft = ActorDraft()
        draft.actor = actor
        draft.name = name
        draft.kind = kind
        draft.aliases = aliases
        draft.codes = codes
        return draft
    }
}
