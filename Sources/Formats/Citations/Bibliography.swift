import Annals

/// The works among some sources, each once, under a key of its own.
///
/// Works are the same when title, publisher, address and date are; where in a work something stands does not matter.
struct Bibliography {
    /// A work and what it was cited for.
    struct Item {
        /// What it is cited by: `wall2021`, `wall2021a`.
        let key: String
        let work: Work
        /// Where in it something stands and for which entries it was cited, in a sentence.
        let note: String
    }

    /// The works, in the order of their keys; the same in whatever order the sources come.
    let items: [Item]

    init(_ sources: [CitedSource]) {
        let works = Dictionary(grouping: Set(sources)) { Work($0.source) }
        let stems = Dictionary(grouping: works.keys, by: \.stem)
        items = stems.keys.sorted().flatMap { stem in
            let namesakes = (stems[stem] ?? []).sorted()
            return namesakes.enumerated().map { index, work in
                let letter = namesakes.count > 1 ? Self.letters(index) : ""
                return Item(key: stem + letter, work: work, note: Self.note(works[work] ?? []))
            }
        }
    }

    /// a to z, then aa, ab and so on.
    private static func letters(_ index: Int) -> String {
        let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
        return index < 26 ? last : letters(index / 26 - 1) + last
    }

    /// What it was cited for, as in `Cited for #6 Peace talks in Doha (§1), #43 Doha agreement (§2).`.
    private static func note(_ citations: [CitedSource]) -> String {
        let cited = citations.map { citation in
            let locator = citation.source.locator.map { " (\($0))" } ?? ""
            return (citation.position, "\(citation.position) \(citation.title)\(locator)")
        }.sorted(by: <).map { $0.1 }
        return "Cited for \(cited.joined(separator: ", "))."
    }
}
