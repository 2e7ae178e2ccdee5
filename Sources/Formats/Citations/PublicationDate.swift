import Annals

/// When a work was published, for formats that know less of dates than EDTF.
struct PublicationDate: Hashable {
    /// The date as written.
    let text: String
    /// Year, month and day of it, or of both ends of an interval, as far as given; nil when that cannot say it.
    let parts: [[Int]]?
    /// 1 spring to 4 winter; nil for anything else.
    let season: Int?
    /// Whether it is only about right, or uncertain.
    let isCirca: Bool
    /// Whether it is EDTF, and of level 0 or 1.
    let isPlain: Bool

    init(_ text: String) {
        self.text = text
        guard let date = try? EDTF(text) else {
            (parts, season, isCirca, isPlain) = (nil, nil, false, false)
            return
        }
        isCirca = date.isApproximate || date.isUncertain
        isPlain = !text.hasPrefix("[")
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { Self.parts(of: $0) }
        let seasons = ends.compactMap { $0 }.compactMap { $0.count > 1 && $0[1] > 12 ? $0[1] - 20 : nil }
        if seasons.isEmpty {
            season = nil
            parts = ends.contains(nil) ? nil : ends.compactMap { $0 }
        } else {
            season = ends.count == 1 ? seasons[0] : nil
            parts = ends.count == 1 ? ends.compactMap { $0.map { [$0[0]] } } : nil
        }
    }

    /// The year it was published in, or that of the begin: four characters, the last of which may be unspecified.
    var year: String {
        let end = text.split(separator: "/").first { $0 != ".." }
        let year = end.map { String($0.prefix(4)) } ?? ""
        return isPlain ? year.lowercased() : "nd"
    }

    /// The numbers of `2020-02-29`; nil when the year is not whole, or there is none.
    private static func parts(of end: Substring) -> [Int]? {
        var parts: [Int] = []
        for part in end.split(separator: "-") {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), digits.count == (parts.isEmpty ? 4 : 2) else { break }
            parts.append(number)
        }
        return parts.isEmpty ? nil : parts
    }
}
