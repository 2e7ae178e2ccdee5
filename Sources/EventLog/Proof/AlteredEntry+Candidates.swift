import Annals

// What each field may have had: what stands beside the entry, in the projections, in other entries, and every word of
// a short vocabulary.
extension AlteredEntry {
    typealias Candidate = AlterationSearch.Candidate

    /// What a field may have been recorded as, likely things first; empty when nothing tells.
    func candidates(for field: CanonicalField) -> [Candidate] {
        switch field {
        case .kind: Entry.Kind.allCases.map { .text($0.rawValue) }
        case .occurred: dates.map(Candidate.text)
        case .reported: (others(.reported) + [nil]).map(Candidate.text)
        case .type: EventType.allCases.map { .text($0.rawValue) } + [.text(nil)]
        case .mode: Set(EventType.allCases.flatMap(\.modes.keys)).sorted().map { .text($0) } + [.text(nil)]
        case .modality: Modality.allCases.map { .text($0.rawValue) }
        case .grade: "ABCDEF".flatMap { letter in (1...6).map { .text("\(letter)\($0)") } }
        case .appendedBy, .origin: others(field).map(Candidate.text)
        case .title, .note, .reason: (sameEvent(field) + [nil]).map { .hidden($0, field) }
        case .actors, .recipients: variants(list(field), of: actors).map(Candidate.list)
        case .contexts: variants(list(field), of: Context.allCases.map(\.rawValue)).map(Candidate.list)
        case .tags: variants(list(field), of: others.flatMap { $0.lists[.tags] ?? [] }).map(Candidate.list)
        case .effects: claimLists.map(Self.claims)
        case .event, .revision, .erases, .sources, .actor: []
        }
    }

    /// The actors of the streams it stands in.
    private var actors: [String] {
        Set((row.streams ?? []).flatMap { $0.split(separator: "/").map(String.init) }).sorted()
    }

    private func others(_ field: CanonicalField) -> [String?] {
        Array(Set(others.compactMap { $0.texts[field] }).sorted())
    }

    private func sameEvent(_ field: CanonicalField) -> [String?] {
        others.filter(\.isSameEvent).compactMap { $0.texts[field] }
    }

    /// A list with one thing put in place of another, left out, or added.
    private func variants(_ list: [String]?, of things: [String]) -> [[String]?] {
        let list = list ?? []
        let things = Set(things).sorted()
        var variants: [[String]?] = [nil, []]
        for index in list.indices {
            variants.append(Array(list[..<index] + list[(index + 1)...]))
            for thing in things {
                var other = list
                other[index] = thing
                variants.append(other)
            }
        }
        for index in 0...list.count {
            for thing in things { variants.append(Array(list[..<index] + [thing] + list[index...])) }
        }
        return variants
    }
}

// Dates.
extension AlteredEntry {
    /// What the bounds beside the date say, and what answers and other revisions say.
    private var dates: [String?] {
        let told = effects.flatMap { [$0.claim.begin, $0.claim.end] }.compactMap(\.self)
        let likely = boundsWritten + told + sameEvent(.occurred).compactMap(\.self)
        let doubtful = likely.flatMap { date in ["", "?", "~", "%"].map { date + $0 } }
        return doubtful + [nil]
    }

    /// The dates whose bounds stand beside it.
    private var boundsWritten: [String] {
        guard let bounds = row.storedBounds, bounds.beginEarliest.isFinite else { return [] }
        let first = bounds.beginEarliest.description
        let last = bounds.endLatest.isFinite ? bounds.endLatest.advanced(by: -1).description : ""
        let begins = [first, String(first.prefix(7)), String(first.prefix(4))]
        let ends = ["..", "", last, String(last.prefix(7)), String(last.prefix(4))]
        return begins + begins.flatMap { begin in ends.map { begin + "/" + $0 } }
    }

    /// Every day, month and year of two centuries, for a date that nothing else tells.
    static let calendar: [String] = (1900...2100).flatMap { year in
        let months = (1...12).map { "\(year)-" + ($0 < 10 ? "0\($0)" : "\($0)") }
        let days = months.flatMap { month in (1...31).map { month + ($0 < 10 ? "-0\($0)" : "-\($0)") } }
        return ["\(year)"] + months + days
    }
}

// Effects.
extension AlteredEntry {
    /// Its claims with one member of one of them otherwise; and what the projections have.
    private var claimLists: [[StoredClaim]?] {
        var lists: [[StoredClaim]?] = [nil, []]
        for (index, claim) in (claims ?? []).enumerated() {
            for other in variants(of: claim) {
                var list = claims ?? []
                list[index] = other
                lists.append(list)
            }
            lists.append(claims?.enumerated().filter { $0.offset != index }.map(\.element))
        }
        // Of a facet that is the same from both sides nothing tells which actor was named first.
        let projected = effects.map(\.claim)
        for claims in [projected, projected.map(\.fromOtherSide)] {
            lists.append(claims)
            lists.append(claims.map { $0.with(\.begin, nil).with(\.end, nil) })
        }
        return lists
    }

    private func variants(of claim: StoredClaim) -> [StoredClaim] {
        let rules = Rulebook.one.facets
        let values = Set(rules.flatMap { $0.values.map(\.name) }).sorted()
        let told = effects.map(\.claim)
        return values.map { claim.with(\.value, $0) }
            + rules.map { claim.with(\.facet, $0.facet.rawValue) }
            + actors.flatMap { [claim.with(\.from, $0), claim.with(\.to, $0)] }
            + ([nil] + told.map(\.key)).map { claim.with(\.key, $0) }
            + ([nil] + told.map(\.claimant)).map { claim.with(\.claimant, $0) }
            + ([nil] + told.map(\.begin)).map { claim.with(\.begin, $0) }
            + ([nil] + told.map(\.end)).map { claim.with(\.end, $0) }
            + variants(claim.terms, of: ClaimedEffect.Term.allCases.map(\.rawValue)).map {
                claim.with(\.terms, $0)
            }
    }

    private static func claims(_ claims: [StoredClaim]?) -> Candidate {
        Candidate(text: text(of: claims)) { writer in
            writer.list(claims) { writer, claim in
                for text in [
                    claim.facet, claim.key, claim.from, claim.to, claim.value, claim.begin, claim.end,
                    claim.claimant,
                ] {
                    writer.text(text)
                }
                writer.list(claim.terms ?? []) { $0.text($1) }
            }
        }
    }

    static func text(of claims: [StoredClaim]?) -> String? {
        claims.map { claims in claims.isEmpty ? "none at all" : claims.map(\.text).joined(separator: "; ") }
    }
}

extension StoredClaim {
    fileprivate func with<Value>(_ member: WritableKeyPath<StoredClaim, Value>, _ value: Value) -> StoredClaim
    {
        var other = self
        other[keyPath: member] = value
        return other
    }

    fileprivate var fromOtherSide: StoredClaim {
        guard let to else { return self }
        return with(\.from, to).with(\.to, from)
    }

    /// As people read it: `agreement doha-2020, taliban – united-states: signed from 2020`.
    fileprivate var text: String {
        let what = [facet, key].compactMap(\.self).joined(separator: " ")
        let who = [from, to].compactMap(\.self).joined(separator: " – ")
        let when = [begin.map { " from \($0)" }, end.map { " until \($0)" }].compactMap(\.self).joined()
        let by = claimant.map { ", as \($0) says" } ?? ""
        let which = (terms ?? []).isEmpty ? "" : " (\((terms ?? []).joined(separator: ", ")))"
        return "\(what), \(who): \(value)\(when)\(by)\(which)"
    }
}
