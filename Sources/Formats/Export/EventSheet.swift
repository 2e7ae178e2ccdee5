import Annals

/// Events as comma-separated values, a row each, in the columns that are imported.
package struct EventSheet: EventFormat {
    package static var showsRetracted: Bool { false }

    package private(set) var losses = Losses()

    private static let severalEffects = Losses.Kind(
        "of several facets",
        "csv has the first that each sets"
    )
    private static let terms = Losses.Kind("of agreements with terms", "csv has no column for them")
    private static let noEffects = Losses.Kind(
        "said to set nothing",
        "csv leaves that to the rulebook"
    )
    private static let severalSources = Losses.Kind("of several sources", "csv has the first of each")
    private static let separators = Losses.Kind(
        "labelled with a semicolon",
        "csv has a comma there, as a semicolon stands between labels"
    )
    private static let armed = Losses.Kind(
        "described by what a spreadsheet would run as a formula",
        "csv has an apostrophe before it"
    )

    /// A sheet; it says nothing of itself beside its columns.
    package init(_ record: SharedRecord) {}

    /// The names of the columns.
    package var head: String { RowFormat.csv.header(EventColumn.allCases.map(\.rawValue)) }

    /// The row of an event.
    package mutating func text(of event: SharedEvent) -> String {
        losses.meet()
        let draft = EventDraft(event.event)
        count(draft, coded: event.event.type != nil)
        let cells = EventColumn.allCases.map { column in
            let text = Self.text(column, draft, event.id)
            return text?.isEmpty == true ? nil : text
        }
        if cells.contains(where: { $0.map(RowFormat.isFormula) == true }) { losses.add(Self.armed) }
        return RowFormat.csv.line(cells.map { .text($0) })
    }

    package var foot: String { "" }

    private mutating func count(_ draft: EventDraft, coded: Bool) {
        if (draft.effects?.count ?? 0) > 1 { losses.add(Self.severalEffects) }
        if draft.effects?.first?.terms.isEmpty == false { losses.add(Self.terms) }
        if draft.effects?.isEmpty == true, coded { losses.add(Self.noEffects) }
        if draft.sources.count > 1 { losses.add(Self.severalSources) }
        if draft.tags.contains(where: { $0.contains(";") }) { losses.add(Self.separators) }
    }

    private static func text(_ column: EventColumn, _ draft: EventDraft, _ id: EventID) -> String? {
        let (effect, source) = (draft.effects?.first, draft.sources.first)
        return switch column {
        case .on: draft.on
        case .a: list(draft.actors)
        case .b: list(draft.recipients)
        case .title: draft.title
        case .type: draft.type
        case .mode: draft.mode
        case .contexts: list(draft.contexts)
        case .note: draft.note
        case .modality: draft.modality
        case .grade: draft.grade
        case .reported: draft.reported
        case .tags: list(draft.tags)
        case .facet: effect?.facet
        case .key: effect?.key
        case .from: effect?.from
        case .to: effect?.to
        case .value: effect?.value
        case .begin: effect?.begin
        case .end: effect?.end
        case .claimant: effect?.claimant
        case .source: source?.title
        case .publisher: source?.publisher
        case .url: source?.url
        case .published: source?.published
        case .locator: source?.locator
        case .id: id.description
        }
    }

    private static func list(_ texts: [String]) -> String {
        texts.map { $0.replacing(";", with: ",") }.joined(separator: ";")
    }
}
