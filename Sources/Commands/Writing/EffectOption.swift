import Annals
import ArgumentParser

/// `[FROM>TO:]FACET[/KEY]=VALUE`, an effect on the command line.
struct EffectOption: ExpressibleByArgument {
    let written: String
    let facet: String
    let key: String?
    let value: String
    /// From whom to whom; nil without the arrow.
    let ends: (from: String, to: String?)?

    init?(argument: String) {
        written = argument
        var rest = argument[...]
        if let colon = rest.firstIndex(of: ":"), let equals = rest.firstIndex(of: "="), colon < equals {
            let named = rest[..<colon].split(separator: ">", maxSplits: 1).map(String.init)
            guard let from = named.first, !from.isEmpty else { return nil }
            ends = (from, named.count == 2 ? named[1] : nil)
            rest = rest[rest.index(after: colon)...]
        } else {
            ends = nil
        }
        guard let equals = rest.lastIndex(of: "=") else { return nil }
        value = String(rest[rest.index(after: equals)...])
        let what = rest[..<equals].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init
        )
        facet = what[0]
        key = what.count == 2 ? what[1] : nil
        guard !facet.isEmpty, !value.isEmpty else { return nil }
    }

    static var defaultValueDescription: String { "" }

    /// The effect as a draft; without the arrow it runs from the first participant to the second.
    func draft(participants: [String], claimant: String?) -> EffectDraft {
        var draft = EffectDraft()
        draft.facet = facet
        draft.key = key
        draft.value = value
        draft.claimant = claimant
        let isMonadic = Facet(rawValue: facet).map { Rulebook.one.rule($0).direction == .monadic } ?? false
        draft.from = ends?.from ?? participants.first
        draft.to = ends.map(\.to) ?? (isMonadic || participants.count < 2 ? nil : participants[1])
        return draft
    }
}
