import FoundationEssentials

extension [UInt8] {
    /// Reads base64 with its padding; nil for anything else.
    init?(base64 text: some StringProtocol) {
        guard let data = Data(base64Encoded: String(text)) else { return nil }
        self = Array(data)
        // One way to write bytes, so that a text that was changed never reads the same.
        guard base64 == text else { return nil }
    }

    /// The bytes in base64 (RFC 4648 §4).
    var base64: String { Data(self).base64EncodedString() }
}
