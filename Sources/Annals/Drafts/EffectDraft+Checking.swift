extension Checker {
    /// The claim a draft of an effect makes, or nil after reporting what is wrong with it.
    mutating func claim(
        _ draft: EffectDraft,
        _ field: String,
        of participants: Participants,
        on occurred: EDTF?,
        _ rulebook: Rulebook
    ) -> ClaimedEffect? {
        let before = problems.count
        let facets = Facet.allCases.map(\.rawValue).joined(separator: ", ")
        let facet = required(draft.facet, "\(field).facet", help: "one of \(facets)")
            .flatMap { word($0, "\(field).facet", as: Facet.self) }
        guard let facet else { return nil }
        let rule = rulebook.rule(facet)
        let values = rule.values.map(\.name)
        let value = required(draft.value, "\(field).value", help: "one of \(values.joined(separator: ", "))")
        if let value, rule.value(named: value) == nil {
            report(Problem(notOneOf: values, "\(field).value", value, of: "\(facet.rawValue) value"))
        }
        let key = text(draft.key, "\(field).key")
        check(key: key, of: rule, field)
        let ends = ends(of: draft, rule, field, participants)
        let terms = draft.terms.enumerated().compactMap {
            word($1, "\(field).terms[\($0)]", as: ClaimedEffect.Term.self)
        }
        if !draft.terms.isEmpty, facet != .agreement {
            report(
                Problem(
                    "terms",
                    "only an agreement has terms",
                    field: "\(field).terms",
                    help: "leave them out"
                )
            )
        }
        let claimant = text(draft.claimant, "\(field).claimant")
        limit(name: claimant, "\(field).claimant")
        let begin = edge(draft.begin, "\(field).begin")
        let end = edge(draft.end, "\(field).end")
        guard problems.count == before, let value, let ends else { return nil }
        let claim = ClaimedEffect(
            facet: facet,
            key: key ?? "",
            from: ends.from,
            to: ends.to,
            value: value,
            begin: begin,
            end: end,
            claimant: claimant ?? "",
            terms: terms
        )
        if let occurred {
            do {
                _ = try Period(of: claim, on: occurred, lapsesAfter: nil)
            } catch {
                report(late: draft, error, field)
            }
        }
        return claim
    }

    /// A claim that ends before it begins: its end is wrong, or its begin where the event's date is the end.
    private mutating func report(late draft: EffectDraft, _ error: DateError, _ field: String) {
        let (name, written) = draft.end.map { ("end", $0) } ?? ("begin", draft.begin ?? "")
        report(
            Problem(
                "date",
                error.message,
                field: "\(field).\(name)",
                written: written,
                range: 0..<written.utf8.count,
                help: error.help
            )
        )
    }

    private mutating func edge(_ text: String?, _ field: String) -> IntervalEnd? {
        guard let text else { return nil }
        do {
            return try IntervalEnd(text)
        } catch {
            report(Problem(date: error, field: field, written: text))
            return nil
        }
    }

    private mutating func check(key: String?, of rule: FacetRule, _ field: String) {
        let facet = rule.facet.rawValue
        let field = "\(field).key"
        switch (rule.key, key) {
        case (.none, let key?):
            report(
                Problem(
                    "facet",
                    "\(facet) has no key, got \"\(key.prefix(60))\"",
                    field: field,
                    help: "leave the key out"
                )
            )
        case (.required(let what), nil):
            report(
                Problem(
                    "facet",
                    "\(facet) needs a \(what)",
                    field: field,
                    help: "name it, as in \(facet)/doha-2020=\(rule.values[0].name)"
                )
            )
        case (_, let key?) where key.allSatisfy(\.isWhitespace) || key.utf8.count > Self.mostNameBytes:
            report(Problem("facet", "a key has 1 to 200 bytes", field: field, help: "give it a short name"))
        default: break
        }
    }

    /// From whom to whom; for a symmetric facet the pair, which a lone pair of participants supplies.
    private mutating func ends(
        of draft: EffectDraft,
        _ rule: FacetRule,
        _ field: String,
        _ participants: Participants
    ) -> (from: ActorID, to: ActorID?)? {
        let facet = rule.facet.rawValue
        let all = participants.actors + participants.recipients
        let from = actor(draft.from, "\(field).from")
        let to = actor(draft.to, "\(field).to")
        switch rule.direction {
        case .monadic:
            if draft.to != nil {
                report(
                    Problem(
                        "facet",
                        "\(facet) is of one actor",
                        field: "\(field).to",
                        help: "give it only a \"from\""
                    )
                )
                return nil
            }
            if let from { return (from, nil) }
            if draft.from == nil, participants.written == 1 { return all.first.map { ($0, nil) } }
        case .symmetric where draft.from == nil && draft.to == nil && participants.written == 2:
            return all.count == 2 ? (all[0], all[1]) : nil
        case .symmetric, .directed:
            if let from, let to {
                if from != to { return (from, to) }
                report(
                    Problem(
                        "relationship",
                        "\(from) is on both sides",
                        field: "\(field).to",
                        help: "a relationship needs two different actors"
                    )
                )
                return nil
            }
        }
        // A name that was given and not found has been reported already, here as among the participants.
        guard draft.from == nil || draft.to == nil && rule.direction != .monadic else { return nil }
        let message =
            switch rule.direction {
            case .directed: "\(facet) has a direction, and it is not said from whom to whom"
            case .symmetric: "it is not said between whom this \(facet) is"
            case .monadic: "it is not said whose \(facet) this is"
            }
        report(
            Problem(
                "direction",
                message,
                field: field,
                help: "give it \"from\"\(rule.direction == .monadic ? "" : " and \"to\"")"
            )
        )
        return nil
    }
}
