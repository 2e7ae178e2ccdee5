extension Event {
    /// What it claims: its own effects, or those of the rulebook when it names none.
    ///
    /// A denial sets nothing by itself: that somebody denies an attack is no claim that it happened.
    func claimed(_ rulebook: Rulebook) -> [ClaimedEffect] {
        if let effects { return effects }
        guard modality.mayHaveEffects, modality != .denied else { return [] }
        return DefaultRule.firing(for: self).flatMap { rule in
            let symmetric = rulebook.rule(rule.facet).direction == .symmetric
            // Without recipients nobody says who acted on whom: only symmetric facets follow from it.
            return recipients.isEmpty && !symmetric ? [] : pairs.map { rule.claim(from: $0.from, to: $0.to) }
        }
    }

    /// The effect of a claim on its lane, with the dates it leaves open filled in; nil for a claim that ends
    /// before it begins or has a value the rulebook does not know, neither of which a checked event has.
    func effect(of claim: ClaimedEffect, _ rulebook: Rulebook) -> Effect? {
        let rule = rulebook.rule(claim.facet)
        guard let value = rule.value(named: claim.value),
            let period = try? Period(of: claim, on: occurred, lapsesAfter: value.lapsesAfter)
        else { return nil }
        let symmetric = rule.direction == .symmetric
        return Effect(
            lane: LaneID(
                stream: claim.to.flatMap { StreamID(claim.from, $0) } ?? StreamID(claim.from),
                facet: claim.facet,
                key: claim.key,
                from: symmetric ? nil : claim.from,
                to: symmetric ? nil : claim.to,
                claimant: claim.claimant
            ),
            value: value,
            bounds: period.bounds,
            begin: period.begin,
            end: period.end,
            lapses: period.lapses,
            modality: modality,
            grade: grade
        )
    }
}

extension DefaultRule {
    fileprivate func claim(from: ActorID, to: ActorID) -> ClaimedEffect {
        ClaimedEffect(
            facet: facet,
            key: key,
            from: from,
            to: to,
            value: value,
            begin: nil,
            end: nil,
            claimant: "",
            terms: []
        )
    }
}
