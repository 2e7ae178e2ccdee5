/// Reads what annals writes into a `jsonb` column: objects of texts and lists of texts, and lists of those.
///
/// An entry's bytes are made of it a million times in a verification, which a general decoder would take most of
/// the time for.
struct StoredJSON {
    private let bytes: UnsafeRawBufferPointer
    private var next: Int

    /// What else it may be: not what annals writes there.
    struct Unreadable: Error {}

    /// A text in it, between its quotation marks.
    struct Text {
        let range: Range<Int>
        let isEscaped: Bool
    }

    /// The value of a member of an object.
    enum Value {
        case null
        case text(Text)
        case list([Text])
    }

    /// - Parameter bytes: of a `jsonb` in binary: its version, 1, and JSON.
    init(_ bytes: UnsafeRawBufferPointer) throws(Unreadable) {
        self.bytes = bytes
        next = 1
        guard bytes.first == 1 else { throw Unreadable() }
    }

    /// Reads a list to its end, item by item.
    mutating func list(_ item: (inout StoredJSON) throws(Unreadable) -> Void) throws(Unreadable) {
        try expect("[")
        guard !take("]") else { return }
        repeat { try item(&self) } while take(",")
        try expect("]")
    }

    /// Reads an object: its values in the order of the names they may have.
    mutating func object(_ names: [StaticString]) throws(Unreadable) -> [Value] {
        var values = [Value](repeating: .null, count: names.count)
        try expect("{")
        guard !take("}") else { return values }
        repeat {
            let name = try text()
            guard let index = names.firstIndex(where: { has(name, $0) }) else { throw Unreadable() }
            try expect(":")
            values[index] = try value()
        } while take(",")
        try expect("}")
        return values
    }

    /// Nothing may follow.
    mutating func end() throws(Unreadable) {
        skipSpace()
        guard next == bytes.count else { throw Unreadable() }
    }

    /// The bytes of a text, with its escapes resolved.
    func utf8(_ text: Text) throws(Unreadable) -> [UInt8] {
        guard text.isEscaped else { return Array(bytes[text.range]) }
        var result: [UInt8] = []
        var index = text.range.lowerBound
        while index < text.range.upperBound {
            guard bytes[index] == UInt8(ascii: "\\") else {
                result.append(bytes[index])
                index += 1
                continue
            }
            guard let (byte, length) = escape(at: index + 1) else { throw Unreadable() }
            result.append(byte)
            index += 1 + length
        }
        return result
    }

    /// What an escape stands for; the server escapes control characters, quotation marks and backslashes only.
    private func escape(at index: Int) -> (UInt8, length: Int)? {
        switch bytes[index] {
        case UInt8(ascii: "b"): return (8, 1)
        case UInt8(ascii: "t"): return (9, 1)
        case UInt8(ascii: "n"): return (10, 1)
        case UInt8(ascii: "f"): return (12, 1)
        case UInt8(ascii: "r"): return (13, 1)
        case UInt8(ascii: "u"):
            let digits = bytes[index + 1..<min(index + 5, bytes.count)]
            let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            return code.map { ($0, 5) }
        case let other: return (other, 1)
        }
    }

    private mutating func value() throws(Unreadable) -> Value {
        skipSpace()
        switch next < bytes.count ? bytes[next] : 0 {
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "["):
            var texts: [Text] = []
            try list { json throws(Unreadable) in texts.append(try json.text()) }
            return .list(texts)
        default:
            for letter in "null".utf8 {
                guard next < bytes.count, bytes[next] == letter else { throw Unreadable() }
                next += 1
            }
            return .null
        }
    }

    private mutating func text() throws(Unreadable) -> Text {
        try expect("\"")
        let start = next
        var isEscaped = false
        while next < bytes.count, bytes[next] != UInt8(ascii: "\"") {
            let escapes = bytes[next] == UInt8(ascii: "\\")
            isEscaped = isEscaped || escapes
            next += escapes ? 2 : 1
        }
        guard next < bytes.count else { throw Unreadable() }
        defer { next += 1 }
        return Text(range: start..<next, isEscaped: isEscaped)
    }

    private func has(_ text: Text, _ name: StaticString) -> Bool {
        text.range.count == name.utf8CodeUnitCount
            && bytes[text.range].elementsEqual(
                UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
            )
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Unreadable) {
        guard take(character) else { throw Unreadable() }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next < bytes.count, UInt32(bytes[next]) == character.value else { return false }
        next += 1
        return true
    }

    private mutating func skipSpace() {
        while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    }
}
