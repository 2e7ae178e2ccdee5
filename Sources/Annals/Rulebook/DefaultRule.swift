/// What a coded event does when it names no effects of its own.
///
/// Machine-coded feeds set only these. Recognition, orientation, agreement and affiliation are never set by
/// a code: they need somebody's explicit claim.
struct DefaultRule {
    let facet: Facet
    let value: String
    var key = ""

    /// The rules that fire for an event, at most one a facet.
    ///
    /// A CAMEO code, carried as a tag (`cameo:163`), is finer than a PLOVER type and speaks first; where it
    /// is given, the type's coarse reading of SANCTION is left aside, because PLOVER folds sanctions, aid
    /// stops and broken relations into one type.
    static func firing(for event: Event) -> [DefaultRule] {
        let codes = event.tags.filter { $0.hasPrefix("cameo:") }.map {
            String($0.dropFirst("cameo:".utf8.count))
        }
        var rules = codes.compactMap(rule(cameo:))
        if let type = event.type, codes.isEmpty || type != .sanction {
            rules += Self.rules(type: type, mode: event.mode)
        }
        var facets: Set<Facet> = []
        return rules.filter { facets.insert($0.facet).inserted }
    }

    private static func rules(type: EventType, mode: String?) -> [DefaultRule] {
        switch (type, mode) {
        case (.assault, _), (.coerce, "seize"): [DefaultRule(facet: .hostility, value: "force")]
        case (.mobilize, _): [DefaultRule(facet: .hostility, value: "display")]
        case (.threaten, "violence"), (.threaten, "territory"):
            [DefaultRule(facet: .hostility, value: "threat"), DefaultRule(facet: .stance, value: "hostile")]
        case (.threaten, _): [DefaultRule(facet: .stance, value: "hostile")]
        case (.retreat, "ceasefire"), (.retreat, "withdraw"): [DefaultRule(facet: .hostility, value: "none")]
        case (.consult, "third-party"): [DefaultRule(facet: .dialogue, value: "indirect")]
        case (.consult, _): [DefaultRule(facet: .dialogue, value: "direct")]
        case (.reject, "meet"):
            [DefaultRule(facet: .dialogue, value: "refused"), DefaultRule(facet: .stance, value: "critical")]
        case (.reject, _), (.accuse, _): [DefaultRule(facet: .stance, value: "critical")]
        case (.support, _): [DefaultRule(facet: .stance, value: "endorsing")]
        case (.sanction, "discontinue"): [DefaultRule(facet: .sanctions, value: "imposed")]
        default: []
        }
    }

    private static func rule(cameo code: String) -> DefaultRule? {
        switch code {
        case "163": DefaultRule(facet: .sanctions, value: "imposed")
        case "085": DefaultRule(facet: .sanctions, value: "eased")
        case "161", "166": DefaultRule(facet: .representation, value: "none")
        case "164": DefaultRule(facet: .dialogue, value: "suspended")
        case _ where code.hasPrefix("162"):
            DefaultRule(facet: .aid, value: "suspended", key: kind(code, stem: 3))
        case _ where code.hasPrefix("07"): DefaultRule(facet: .aid, value: "active", key: kind(code, stem: 2))
        case _ where code.hasPrefix("033"):
            DefaultRule(facet: .aid, value: "pledged", key: kind(code, stem: 3))
        default: nil
        }
    }

    /// The kind of aid a CAMEO code's last digit names: 1 economic, 2 military, 3 humanitarian.
    private static func kind(_ code: String, stem: Int) -> String {
        switch code.dropFirst(stem) {
        case "1": "economic"
        case "2": "military"
        case "3": "humanitarian"
        default: ""
        }
    }
}
