import Annals

/// A date in words, for people who do not read EDTF.
enum DateWords {
    /// The date in words: `2013 (year only)`, `from 2001 until 2021`; a day as it is.
    static func of(_ date: EDTF) -> String {
        let text = date.text
        if text.hasPrefix("[") { return oneOf(text.dropFirst().dropLast()) }
        guard date.isInterval else { return part(text[...], alone: true) }
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        let (from, to) = (ends[0], ends[ends.count - 1])
        switch (from, to) {
        case ("..", ".."): return "always"
        case ("..", _), ("", _): return "until \(part(to))"
        case (_, ".."): return "from \(part(from)) on"
        case (_, ""): return "from \(part(from)), end unknown"
        default: return "from \(part(from)) until \(part(to))"
        }
    }

    private static func oneOf(_ members: Substring) -> String {
        if members.hasPrefix("..") && !members.contains(",") { return "by \(members.dropFirst(2))" }
        if members.hasSuffix("..") && !members.contains(",") { return "\(members.dropLast(2)) or later" }
        return members.split(separator: ",").joined(separator: " or ").replacing("..", with: " to ")
    }

    private static func part(_ written: Substring, alone: Bool = false) -> String {
        switch written.last {
        case "?": "\(part(written.dropLast())), uncertain"
        case "~": "about \(part(written.dropLast()))"
        case "%": "about \(part(written.dropLast())), uncertain"
        default: named(written) + (alone ? precision(of: written) : "")
        }
    }

    private static func precision(of written: Substring) -> String {
        guard !written.contains("X") else { return "" }
        switch written.utf8.count {
        case 4: return " (year only)"
        case 7 where !isSeason(written): return " (month only)"
        default: return ""
        }
    }

    private static func named(_ written: Substring) -> String {
        guard isSeason(written) else { return String(written) }
        let seasons = ["21": "spring", "22": "summer", "23": "autumn", "24": "winter"]
        return "\(seasons[String(written.suffix(2))] ?? "") \(written.prefix(4))"
    }

    private static func isSeason(_ written: Substring) -> Bool {
        written.utf8.count == 7 && ["21", "22", "23", "24"].contains(written.suffix(2))
    }
}
