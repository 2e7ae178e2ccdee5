import Testing

@testable import Annals

/// The table of facets as the design has it, word for word, read cell by cell.
@Suite struct `Rulebook 1` {
    private static let table = """
        | orientation | S | | enemy −2, rival −1, mixed 0, neutral 0, friendly 1, ally 2 | latest |
        | stance | D | | hostile −2, critical −1, conditional 0, wait-and-see 0, accommodating 1, endorsing 2 | latest; marked stale after 365 days |
        | dialogue | S | | refused −2, suspended −1, none 0, indirect 1, direct 2 | latest; lapses 365 days after the last |
        | representation | D | | none 0, attempted 0, interests-served 0, office 1, charge 1, minister 2, ambassador 2 | latest |
        | recognition | D | | refused −2, withdrawn −2, unrecognised −1, de-facto 1, de-jure 2 | latest |
        | agreement | S | name | breached −2, suspended −1, ended 0, signed 1, in-force 2 | latest |
        | hostility | S | | war −2, force −2, display −1, threat −1, none 0 | highest; lapses 183 days after the last |
        | sanctions | D | kind | imposed −2, threatened −1, eased 0, lifted 0 | latest |
        | aid | D | kind | suspended −2, ended −1, pledged 1, active 2 | latest |
        | support | D | kind | active 2, ended 0 | latest |
        | affiliation | D | | left −1, defected-to 1, ally 1, liaison 1, pledged 2, member 2, component 2 | latest |
        | polity-status | one actor | | insurgent, de-facto-government, government, defunct | latest |
        """

    static let rows = table.split(separator: "\n").map { line in
        line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    @Test func `has the facets of the design, in its order`() {
        #expect(Rulebook.one.version == 1)
        #expect(Rulebook.one.facets.map(\.facet.rawValue) == Self.rows.map { $0[0] })
        #expect(Rulebook.one.facets.map(\.facet) == Facet.allCases)
    }

    @Test(arguments: rows)
    func `has each facet as the design has it`(_ row: [String]) throws {
        let facet = try #require(Facet(rawValue: row[0]))
        let rule = Rulebook.one.rule(facet)
        #expect(rule.facet == facet)
        #expect(["S": .symmetric, "D": .directed, "one actor": .monadic][row[1]] == rule.direction)
        #expect(["": .none, "name": .required("name"), "kind": .optional("kind")][row[2]] == rule.key)
        #expect(rule.values.map(described).joined(separator: ", ") == row[3])
        #expect(rule.method == (row[4].hasPrefix("highest") ? .highest : .latest))
        #expect(rule.staleAfter == (row[4].contains("stale after 365 days") ? 365 : nil))
        let lapse = row[4].contains("lapses 365") ? 365 : row[4].contains("lapses 183") ? 183 : nil
        for value in rule.values {
            // That there is no hostility holds until there is some.
            let holdsOn = facet == .hostility && value.name == "none"
            #expect(value.lapsesAfter == (holdsOn ? nil : lapse), "\(value.name)")
            #expect(rule.value(named: value.name) == value)
        }
        #expect(rule.value(named: "unheard-of") == nil)
    }

    @Test func `ranks hostility in the order of the table, none lowest, and nothing else`() {
        #expect(Rulebook.one.rule(.hostility).values.map(\.rank) == [5, 4, 3, 2, 1])
        let others = Rulebook.one.facets.filter { $0.facet != .hostility }
        #expect(others.allSatisfy { rule in rule.values.allSatisfy { $0.rank == 0 } })
    }

    @Test func `knows the obligations of an agreement`() {
        #expect(
            ClaimedEffect.Term.allCases.map(\.rawValue) == [
                "defense", "neutrality", "nonaggression", "entente", "consultation", "ceasefire",
                "withdrawal",
            ]
        )
    }

    /// A value as the table writes it: its word and level, the minus a minus.
    private func described(_ value: FacetRule.Value) -> String {
        guard let level = value.level else { return value.name }
        return "\(value.name) \(level < 0 ? "−" : "")\(abs(level))"
    }
}
