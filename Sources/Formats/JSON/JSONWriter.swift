import Annals

/// Writes JSON (RFC 8259) without spaces, appending whole runs of bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8]
    private var needsComma = false

    /// Writes after these bytes.
    init(appendingTo bytes: consuming [UInt8]) {
        self.bytes = bytes
    }

    /// Writes an object, whose members `body` writes.
    mutating func object(_ body: (inout JSONWriter) -> Void) {
        enclose("{", "}", body)
    }

    /// Writes a list, whose elements `body` writes.
    mutating func list(_ body: (inout JSONWriter) -> Void) {
        enclose("[", "]", body)
    }

    /// Writes a member of an object, whose value `body` writes.
    mutating func member(_ key: String, _ body: (inout JSONWriter) -> Void) {
        string(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        body(&self)
    }

    /// Writes a member, or nothing when there is no text.
    mutating func member(_ key: String, _ text: String?) {
        guard let text else { return }
        member(key) { $0.string(text) }
    }

    /// Writes a member, or nothing when the list is empty.
    mutating func member(_ key: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        member(key) { $0.strings(texts) }
    }

    /// Writes a list of strings.
    mutating func strings(_ texts: [String]) {
        list { writer in
            for text in texts { writer.string(text) }
        }
    }

    /// Writes null.
    mutating func null() {
        separate()
        bytes += "null".utf8
    }

    /// Writes a whole number.
    mutating func number(_ number: Int) {
        separate()
        bytes += String(number).utf8
    }

    /// Writes true or false.
    mutating func boolean(_ isTrue: Bool) {
        separate()
        bytes += (isTrue ? "true" : "false").utf8
    }

    /// Writes a string, with escapes for what JSON does not allow as it is and for what cannot be seen.
    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        var text = text
        text.withUTF8 { utf8 in
            var rest = utf8[...]
            while let place = rest.firstIndex(where: Self.needsEscape) {
                bytes += rest[..<place]
                bytes += Self.escape(rest[place]).utf8
                rest = rest[(place + 1)...]
            }
            bytes += rest
        }
        if text.mayHaveHidden {
            let shown = String(decoding: bytes[start...], as: UTF8.self).revealingHiddenInJSON
            bytes.replaceSubrange(start..., with: shown.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func enclose(
        _ start: Unicode.Scalar,
        _ end: Unicode.Scalar,
        _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: start))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: end))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
    }

    private static func escape(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\n"): "\\n"
        case UInt8(ascii: "\r"): "\\r"
        case UInt8(ascii: "\t"): "\\t"
        default: "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
