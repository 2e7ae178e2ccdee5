import Annals

extension Event {
    /// An event with anything in any of its fields.
    static func random(using random: inout some RandomNumberGenerator) throws -> Event {
        func text() -> String { texts.randomElement(using: &random) ?? "" }
        func maybe() -> String? { Bool.random(using: &random) ? text() : nil }
        return try .sample { draft in
            draft.title = text() + "x"
            draft.note = maybe()
            draft.actors =
                [["taliban"], ["taliban", "qatar"], ["taliban", "qatar", "china"]].randomElement(
                    using: &random
                ) ?? []
            draft.recipients =
                [["united-states"], [], ["united-states", "china-2"]].randomElement(using: &random) ?? []
            draft.on =
                ["2020", "2020-02-29", "2019/2021", "[..2020]"].randomElement(using: &random) ?? "2020"
            draft.reported = [nil, "2022"].randomElement(using: &random) ?? nil
            draft.tags = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
            draft.sources = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Source(title: text() + "x", publisher: maybe(), url: nil, published: nil, locator: maybe())
            }
            draft.effects =
                Bool.random(using: &random)
                ? nil
                : (0..<Int.random(in: 0...2, using: &random)).map { _ in
                    var effect = EffectDraft()
                    effect.facet = "agreement"
                    effect.key = String(text().prefix(40)) + "x"
                    effect.from = "taliban"
                    effect.to = ["united-states", "iran"].randomElement(using: &random)
                    effect.value = "signed"
                    effect.claimant = maybe().map { String($0.prefix(20)) + "x" }
                    effect.terms =
                        [[], ["withdrawal"], ["ceasefire", "withdrawal"]].randomElement(using: &random) ?? []
                    return effect
                }
        }
    }

    /// Texts that JSON escapes, that UTF-8 writes in several bytes, and that are short or long.
    private static let texts = [
        "", " ", "a", "\"quoted\"", "back\\slash", "line\nbreak\ttab\r", "\u{1}\u{1F}\u{7F}", "§ü€😀",
        "e\u{301}",
        "{\"a\": [1, null]}", "]}", String(repeating: "long ", count: 500),
    ]
}
