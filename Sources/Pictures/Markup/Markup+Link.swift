import Annals

extension Markup {
    /// Writes a text that leads to an address, if that is one of the web: any other, `javascript:` among them, is
    /// written out instead.
    mutating func link(_ text: String, to url: String) {
        guard Self.leadsToTheWeb(url) else {
            write("\(text) (\(url))")
            return
        }
        let attributes = [
            Attribute("href", url), Attribute("rel", "noopener noreferrer nofollow"),
        ]
        element("a", attributes, text: text)
    }

    /// Whether an address begins with `http://` or `https://` and a host, and has nothing in it that cannot be
    /// seen or that browsers skip.
    static func leadsToTheWeb(_ url: String) -> Bool {
        let lowercased = url.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowercased.hasPrefix) else { return false }
        let rest = lowercased.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
        guard let first = rest.first, !"/?#".unicodeScalars.contains(first) else { return false }
        return rest.allSatisfy { !$0.properties.isWhitespace && !$0.isHidden }
    }
}
