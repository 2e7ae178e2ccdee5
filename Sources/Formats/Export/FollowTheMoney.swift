import Annals

/// FollowTheMoney entities (followthemoney.tech), one a line: actors, events, and a link for each claim.
///
/// A link is an `UnknownLink`, the one kind that any two can have, with facet and value as its role. Dates keep how
/// precise they are, as prefixes: `2013`, `2013-06`, `2013-06-18`.
package struct FollowTheMoney: ClaimFormat {
    package static var showsRevoked: Bool { false }

    package private(set) var claimLosses = Losses()
    package private(set) var eventLosses = Losses()

    private static let interrupted = Losses.Kind(
        "of what was interrupted",
        "FollowTheMoney has one start and one end"
    )
    private static let doubtful = Losses.Kind(
        "not certain on all their days",
        "FollowTheMoney says so in the link's status alone"
    )
    private static let imprecise = Losses.Kind(
        "dated in a way that is no prefix of a day",
        "FollowTheMoney has the date as written in the notes"
    )

    /// A file of entities; it says nothing of itself.
    package init(_ record: SharedRecord) {}

    package var head: String { "" }

    /// The entity of an actor.
    package func text(of actor: SharedActor) -> String {
        Self.line(actor.uuid, Self.schema(of: actor.kind)) { properties in
            properties.add("name", actor.name)
            properties.add("alias", actor.aliases)
            properties.add("classification", actor.kind?.rawValue)
            properties.add("wikidataId", actor.parts.first { $0.scheme == "wikidata" }?.value)
            properties.add("keywords", actor.codes)
            properties.add("modifiedAt", String(actor.recorded.rfc3339.prefix(10)))
        }
    }

    /// The entity of an event.
    package mutating func text(of event: SharedEvent) -> String {
        eventLosses.meet()
        let said = event.event
        let dates = Self.dates(said.occurred)
        if dates == nil { eventLosses.add(Self.imprecise) }
        return Self.line(event.id, "Event") { properties in
            properties.add("name", said.title)
            properties.add("summary", said.note)
            if let dates {
                properties.add(said.occurred.isInterval ? "startDate" : "date", dates.start)
                properties.add("endDate", dates.end)
            }
            properties.add("involved", event.involved.map(Self.id))
            properties.add("keywords", [said.type?.rawValue].compactMap(\.self) + said.tags)
            properties.add("notes", "Dated \(said.occurred.text) · \(event.standing)")
            properties.add(event)
        }
    }

    /// The link of a claim.
    package mutating func text(of claim: SharedClaim) -> String {
        claimLosses.meet()
        if claim.isInterrupted { claimLosses.add(Self.interrupted) }
        if claim.isDoubtful { claimLosses.add(Self.doubtful) }
        return Self.line(claim.id, "UnknownLink") { properties in
            properties.add("subject", Self.id(claim.fromID))
            properties.add("object", Self.id(claim.toID))
            properties.add("role", "\(claim.facet): \(claim.value)")
            properties.add("status", claim.isDoubtful ? "possible" : "certain")
            properties.add("startDate", PartialDate(claim.begins)?.prefix ?? claim.first?.description)
            properties.add("endDate", claim.last?.description)
            properties.add("summary", claim.event.event.title)
            let whose = claim.lane.claimant.isEmpty ? "" : " · says \(claim.lane.claimant)"
            let end = claim.end.map { "/\($0)" } ?? ""
            properties.add("description", "From \(claim.begin)\(end) · \(claim.event.standing)\(whose)")
            properties.add(claim.event)
        }
    }

    package var foot: String { "" }

    /// Start and end as prefixes of days, either of them nil where it is open; nil where neither is known, or one is
    /// no prefix.
    private static func dates(_ date: EDTF) -> (start: String?, end: String?)? {
        let bounds = date.bounds
        let always = date.isInterval && bounds.beginLatest == .distantPast
        let holdsOn = !date.isInterval || bounds.endEarliest == .distantFuture
        let last = bounds.endEarliest.advanced(by: -1)...bounds.endLatest.advanced(by: -1)
        let start = always ? nil : prefix(bounds.beginEarliest...bounds.beginLatest)
        let end = holdsOn ? nil : prefix(last)
        guard always || start != nil, holdsOn || end != nil, start != nil || end != nil else { return nil }
        return (start, end)
    }

    private static func prefix(_ days: ClosedRange<Day>) -> String? {
        PartialDate(days).flatMap { $0.covers(days) ? $0.prefix : nil }
    }

    private static func schema(of kind: ActorKind?) -> String {
        switch kind {
        case .state, .government: "PublicBody"
        case .armedGroup, .organisation, .faction: "Organization"
        case .population, .collective, nil: "LegalEntity"
        }
    }

    private static func id(_ id: EventID) -> String { "annals-\(id)" }

    private static func line(_ id: EventID, _ schema: String, _ body: (inout Properties) -> Void) -> String {
        var properties = Properties()
        body(&properties)
        var writer = JSONWriter(appendingTo: [])
        writer.object { writer in
            writer.member("id", Self.id(id))
            writer.member("schema", schema)
            writer.member("properties") { writer in
                writer.object { writer in
                    for (name, values) in properties.list { writer.member(name, values) }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    /// What is said of an entity: texts under names.
    private struct Properties {
        private(set) var list: [(name: String, values: [String])] = []

        mutating func add(_ name: String, _ values: [String]) { list.append((name, values)) }

        mutating func add(_ name: String, _ value: String?) { add(name, value.map { [$0] } ?? []) }

        /// Where it comes from.
        mutating func add(_ event: SharedEvent) {
            let sources = event.event.sources
            add("sourceUrl", sources.compactMap { WebAddress.of($0.url) })
            add("publisher", sources.compactMap(\.publisher))
            add("recordId", event.id.description)
            add("modifiedAt", String(event.recorded.rfc3339.prefix(10)))
        }
    }
}
