/// The columns of a sheet of events: what is written here is what is read again.
package enum EventColumn: String, CaseIterable, Sendable {
    case on, a, b, title
    case type, mode, contexts, note, modality, grade, reported, tags
    case facet, key, from, to, value, begin, end, claimant
    case source, publisher, url, published, locator
    case id

    /// What stands in it, in a sentence.
    var meaning: String {
        switch self {
        case .on: "When it happened, in EDTF (ISO 8601-2)."
        case .a: "Who acted, by their slugs."
        case .b: "Towards whom, by their slugs."
        case .title: "What happened, in a line."
        case .type: "The event type of PLOVER."
        case .mode: "The mode of that type."
        case .contexts: "What it was about, in PLOVER's words."
        case .note: "More about it."
        case .modality:
            "How it is claimed: asserted, reported, alleged, denied, predicted, conditional, opinion."
        case .grade: "How good source and claim are, by the Admiralty code: A1 to F6."
        case .reported: "When the source reported it, in EDTF."
        case .tags: "Free labels."
        case .facet: "The first facet of the relationship that it sets."
        case .key: "Which agreement, or kind of aid, support or sanctions."
        case .from: "From whom the facet runs."
        case .to: "To whom it runs."
        case .value: "What the facet becomes."
        case .begin: "From when, in EDTF; empty for the date of the event."
        case .end: "Until when, in EDTF; empty for the end of the event."
        case .claimant: "Whose word that is; empty for the record's own."
        case .source: "The title of the first source."
        case .publisher: "Who published it."
        case .url: "Where it can be read."
        case .published: "When it was published, in EDTF."
        case .locator: "Where in it."
        case .id: "The event's identity, a UUID, the same through all its corrections."
        }
    }

    /// Whether a cell may hold several, with a semicolon between them.
    var isList: Bool { [.a, .b, .contexts, .tags].contains(self) }
}
