import Annals

/// A work that sources are places in.
struct Work: Hashable {
    /// What it is called: its title, or else the best name there is for it.
    let title: String
    let publisher: String?
    let url: String?
    let published: PublicationDate?

    init(_ source: Source) {
        publisher = Self.given(source.publisher)
        url = Self.given(source.url)
        published = Self.given(source.published).map { PublicationDate($0) }
        title =
            Self.given(source.title) ?? publisher ?? url ?? Self.given(source.locator) ?? "Untitled source"
    }

    /// A text that says something; nil for blanks.
    private static func given(_ text: String?) -> String? {
        text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }

    /// A word of the publisher or title and the year: the key it is cited by, if no other has the same.
    var stem: String {
        let texts = [publisher, title, url].compactMap { $0 }
        let word = texts.lazy.compactMap { Self.word(of: $0) }.first ?? "source"
        return word + (published.map(\.year) ?? "nd")
    }

    /// The first word of a text that is no article, in lower-case ASCII letters and digits, which every program
    /// takes in a key; nil if it has none.
    private static func word(of text: String) -> String? {
        let words = text.split { $0.isWhitespace || $0 == "-" || $0 == "/" || $0 == "," }.map { word in
            String(word.lowercased().unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic })
        }
        return words.first { !["", "a", "an", "the", "http:", "https:", "http", "https"].contains($0) }
    }
}

extension Work: Comparable {
    /// By date, title, publisher and address.
    static func < (one: Work, other: Work) -> Bool {
        one.order.lexicographicallyPrecedes(other.order)
    }

    private var order: [String] {
        [published?.text ?? "", title, publisher ?? "", url ?? ""]
    }
}
