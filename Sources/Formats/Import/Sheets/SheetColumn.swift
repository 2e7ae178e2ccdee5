/// A column of a spreadsheet that annals reads.
enum SheetColumn: String, CaseIterable, Sendable {
    case on, actors, recipients, title
    case type, mode, contexts, cameo
    case facet, key, value, from, to, claimant, begin, end
    case source, url, publisher, published, locator, quote
    case note, grade, modality, reported, tags, id

    /// The columns no sheet does without.
    static let required: [SheetColumn] = [.on, .actors, .recipients, .title]

    /// Everything it may be called, besides its own name.
    var otherNames: [String] {
        switch self {
        case .on: ["date"]
        case .actors: ["a", "actor", "actor(s)"]
        case .recipients: ["b", "recipient", "recipient(s)"]
        case .title: ["headline"]
        case .contexts: ["context"]
        case .value: ["state"]
        case .url: ["link"]
        case .note: ["notes"]
        case .tags: ["tag"]
        case .type, .mode, .cameo, .facet, .key, .from, .to, .claimant, .begin, .end, .source, .publisher,
            .published, .locator, .quote, .grade, .modality, .reported, .id:
            []
        }
    }

    /// What a new sheet calls it.
    var shortName: String {
        switch self {
        case .actors: "a"
        case .recipients: "b"
        default: rawValue
        }
    }

    /// The column of a name, in any case.
    init?(written: String) {
        let wanted = written.lowercased()
        let found = Self.allCases.first { $0.rawValue == wanted || $0.otherNames.contains(wanted) }
        guard let found else { return nil }
        self = found
    }
}
