/// The versioned table of facets and values.
///
/// Every answer names the rulebook it was made with.
///
/// Sources of the facets: COW militarised disputes (hostility levels, the six-month rule), COW Diplomatic
/// Exchange (representation), COW and ATOP alliances (agreement), UCDP External Support (support), GSDB
/// (sanctions), PLOVER (what sets them).
public struct Rulebook: Sendable {
    /// Its number.
    public let version: Int
    /// Its facets, in the order answers are shown in.
    public let facets: [FacetRule]

    /// The rule of a facet.
    public func rule(_ facet: Facet) -> FacetRule {
        // `facets` lists every case of `Facet`, in its order: `Rulebook.one` is built by going through them.
        facets[Facet.allCases.firstIndex(of: facet) ?? 0]
    }

    /// Rulebook 1.
    public static let one = Rulebook(version: 1, facets: Facet.allCases.map(firstRule))

    private static func firstRule(_ facet: Facet) -> FacetRule {
        switch facet {
        case .orientation:
            latest(
                facet,
                .symmetric,
                [
                    ("enemy", -2), ("rival", -1), ("mixed", 0), ("neutral", 0), ("friendly", 1), ("ally", 2),
                ]
            )
        case .stance:
            latest(
                facet,
                .directed,
                [
                    ("hostile", -2), ("critical", -1), ("conditional", 0), ("wait-and-see", 0),
                    ("accommodating", 1), ("endorsing", 2),
                ],
                staleAfter: 365
            )
        case .dialogue:
            latest(
                facet,
                .symmetric,
                [("refused", -2), ("suspended", -1), ("none", 0), ("indirect", 1), ("direct", 2)],
                lapsesAfter: 365
            )
        case .representation:
            latest(
                facet,
                .directed,
                [
                    ("none", 0), ("attempted", 0), ("interests-served", 0), ("office", 1), ("charge", 1),
                    ("minister", 2), ("ambassador", 2),
                ]
            )
        case .recognition:
            latest(
                facet,
                .directed,
                [("refused", -2), ("withdrawn", -2), ("unrecognised", -1), ("de-facto", 1), ("de-jure", 2)]
            )
        case .agreement:
            latest(
                facet,
                .symmetric,
                [("breached", -2), ("suspended", -1), ("ended", 0), ("signed", 1), ("in-force", 2)],
                key: .required("name")
            )
        case .hostility:
            FacetRule(
                facet: facet,
                direction: .symmetric,
                key: .none,
                values: [
                    FacetRule.Value(name: "war", level: -2, rank: 5, lapsesAfter: 183),
                    FacetRule.Value(name: "force", level: -2, rank: 4, lapsesAfter: 183),
                    FacetRule.Value(name: "display", level: -1, rank: 3, lapsesAfter: 183),
                    FacetRule.Value(name: "threat", level: -1, rank: 2, lapsesAfter: 183),
                    FacetRule.Value(name: "none", level: 0, rank: 1, lapsesAfter: nil),
                ],
                method: .highest,
                staleAfter: nil
            )
        case .sanctions:
            latest(
                facet,
                .directed,
                [("imposed", -2), ("threatened", -1), ("eased", 0), ("lifted", 0)],
                key: .optional("kind")
            )
        case .aid:
            latest(
                facet,
                .directed,
                [("suspended", -2), ("ended", -1), ("pledged", 1), ("active", 2)],
                key: .optional("kind")
            )
        case .support:
            latest(facet, .directed, [("active", 2), ("ended", 0)], key: .optional("kind"))
        case .affiliation:
            latest(
                facet,
                .directed,
                [
                    ("left", -1), ("defected-to", 1), ("ally", 1), ("liaison", 1), ("pledged", 2),
                    ("member", 2),
                    ("component", 2),
                ]
            )
        case .polityStatus:
            latest(
                facet,
                .monadic,
                [("insurgent", nil), ("de-facto-government", nil), ("government", nil), ("defunct", nil)]
            )
        }
    }

    private static func latest(
        _ facet: Facet,
        _ direction: FacetRule.Direction,
        _ values: [(name: String, level: Int?)],
        key: FacetRule.Key = .none,
        lapsesAfter: Int? = nil,
        staleAfter: Int? = nil
    ) -> FacetRule {
        FacetRule(
            facet: facet,
            direction: direction,
            key: key,
            values: values.map {
                FacetRule.Value(name: $0.name, level: $0.level, rank: 0, lapsesAfter: lapsesAfter)
            },
            method: .latest,
            staleAfter: staleAfter
        )
    }
}
