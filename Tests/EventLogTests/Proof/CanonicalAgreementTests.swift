import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `canonical bytes` {
    /// Texts that JSON escapes, that UTF-8 writes in several bytes, and that are short or long.
    private static let texts = [
        "", " ", "a", "\"quoted\"", "back\\slash", "line\nbreak\ttab\r", "\u{1}\u{1F}\u{7F}", "§ü€😀",
        "e\u{301}",
        "{\"a\": [1, null]}", "]}", String(repeating: "long ", count: 500),
    ]

    private func event(_ random: inout SplitMix64) throws -> Event {
        func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
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

    /// The program's from what is appended, and from the stored row; and the database's own.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `are the same from an entry, from its row, and in SQL`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let log = try TestDatabase().openLog()
        var entries: [PendingEntry] = []
        for _ in 0..<60 {
            let before = entries.randomElement(using: &random)
            switch (Int.random(in: 0..<6, using: &random), before) {
            case (0, let before?) where before.entry.revision == 1:
                let known = entries.filter { $0.entry.event == before.entry.event }
                if known.count == 1 { entries.append(before.correcting(to: try event(&random))) }
            case (1, let before?) where before.entry.revision == 1:
                let known = entries.filter { $0.entry.event == before.entry.event }
                if known.count == 1 { entries.append(before.retracting(because: "it was \"nothing\"")) }
            default: entries.append(.recording(try event(&random)))
            }
        }
        for entry in entries { try log.record([entry]) }
        let tampered = TamperedLog(log, try log.checkpoint())
        #expect(try tampered.findings(against: tampered.checkpoint) == [], "seed \(seed)")
        #expect(try tampered.findingsInSQL() == [], "seed \(seed)")
        for (index, entry) in entries.enumerated() {
            let proven = try #require(try log.provenEntry(named: "#\(index + 1)", upTo: nil))
            #expect(
                proven.canonical == CanonicalEntry(entry, salt: proven.salt).bytes,
                "seed \(seed), #\(index + 1)"
            )
        }
    }
}
