import Annals
import Formats
import Support

/// Sources to cite.
enum Cited {
    static func source(
        _ title: String,
        _ publisher: String? = nil,
        url: String? = nil,
        published: String? = nil,
        at locator: String? = nil,
        for event: String = "Doha agreement",
        _ position: Int64 = 43
    ) -> CitedSource {
        CitedSource(
            Source(title: title, publisher: publisher, url: url, published: published, locator: locator),
            for: event,
            at: Position(rawValue: position)
        )
    }

    /// Sources nobody would think of, no two of the same work.
    static func random(_ seed: UInt64) -> [CitedSource] {
        var random = SplitMix64(seed: seed)
        func perhaps(_ text: String) -> String? { Bool.random(using: &random) ? text : nil }
        return (0..<60).map { index in
            let dates = [
                "2022", "201X", "2021-08", "2020-02-29", "2021-21", "2020?", "2020-02~", "2020/2021",
                "2020/..",
                "[..2020]", "2021-XX", "soon",
            ]
            return source(
                NastyTexts.text(using: &random) + "\(index)",
                perhaps(NastyTexts.text(using: &random)),
                url: perhaps("https://example.org/" + NastyTexts.text(using: &random)),
                published: perhaps(dates.randomElement(using: &random) ?? ""),
                at: perhaps(NastyTexts.text(using: &random)),
                for: NastyTexts.text(using: &random),
                Int64(index + 1)
            )
        }
    }
}
