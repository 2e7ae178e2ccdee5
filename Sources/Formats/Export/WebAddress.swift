/// Where a source can be read, if that is on the web.
enum WebAddress {
    /// The address with every byte that is in no address written as addresses write it; nil for anything that is not
    /// of the web, as a link that runs a script is not.
    static func of(_ url: String?) -> String? {
        guard let url, let colon = url.firstIndex(of: ":"),
            ["http", "https"].contains(url[..<colon].lowercased()), url[colon...].hasPrefix("://")
        else { return nil }
        return url.utf8.map { byte in
            switch byte {
            case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
                UInt8(ascii: "|"), UInt8(ascii: "}"):
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            default: String(UnicodeScalar(byte))
            }
        }.joined()
    }
}
