import Annals

extension ShownClaim {
    /// What it says, in words: `direct`, `in force (alleged)`, `direct, possibly indirect`,
    /// `possibly direct or indirect`.
    package var words: String {
        guard let value else { return possibly ?? "unknown" }
        return [value.word + remarked, possibly].compactMap(\.self).joined(separator: ", ")
    }

    /// Since and until when, as claimed: `since 2020`, `standing until 2021`, `since an unknown day`.
    package var period: String {
        let begin =
            switch since {
            case "..": "standing"
            case nil, "": "since an unknown day"
            case let since?: "since \(since)"
            }
        return begin + ending
    }

    /// Since and until when, for a column that is headed so: `2020`, `standing until 2021`, `unknown`.
    package var dates: String {
        switch since {
        case "..": "standing" + ending
        case nil, "": "unknown" + ending
        case let since?: since + ending
        }
    }

    /// What it rests on: `#160 Doha agreement`.
    package var grounds: String {
        because.isEmpty ? position : "\(position) \(because)"
    }

    /// What it may be instead; nil for nothing.
    var possibly: String? {
        guard !alternatives.isEmpty else { return nil }
        let words = alternatives.map(\.word).joined(separator: " or ")
        return "possibly " + words + (value == nil ? remarked : "")
    }

    /// The value in force as it is called, with what is to be said of it; nil when nothing certainly is.
    var certainly: String? { value.map { $0.word + remarked } }

    private var remarked: String {
        remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"
    }

    private var ending: String {
        switch until {
        case nil, "..": ""
        case "": " until an unknown day"
        case let until?: " until \(until)"
        }
    }
}
