/// Where a source can be read, if that is on the web.
enum WebAddress {
    /// The address as RFC 3986 has it, with every byte that it has no place for written as `%5B`; nil for anything
    /// that is not of the web, as a link that runs a script is not.
    static func of(_ url: String?) -> String? {
        guard let url, let colon = url.firstIndex(of: ":"),
            ["http", "https"].contains(url[..<colon].lowercased()), url[colon...].hasPrefix("://")
        else { return nil }
        let bytes = Array(url.utf8)
        let host = url[..<colon].utf8.count + "://".utf8.count
        let path = bytes[host...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
        let fragment = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
        return bytes.indices.map { index in
            let byte = bytes[index]
            let isAllowed =
                switch byte {
                case 0...0x20, 0x7F...0xFF: false
                case _ where "\"<>\\^`{|}".utf8.contains(byte): false
                // Only around the number of a host.
                case UInt8(ascii: "["), UInt8(ascii: "]"): index < path
                case UInt8(ascii: "#"): index == fragment
                case UInt8(ascii: "%"): bytes[(index + 1)...].prefix(2).filter(isHexadecimal).count == 2
                default: true
                }
            return isAllowed
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        byte < 0x80 && Character(UnicodeScalar(byte)).isHexDigit
    }
}
