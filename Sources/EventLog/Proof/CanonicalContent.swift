/// What an entry says, field by field, as its canonical bytes have it.
///
/// Who has the bytes alone, from a proof that somebody sent, reads them with `init(_:)`: what can be read is what annals
/// writes, byte by byte.
package struct CanonicalContent: Hashable, Sendable {
    /// What a field says.
    package indirect enum Value: Hashable, Sendable {
        case missing
        case number(Int)
        case text(String)
        /// SHA-256 over its salt and a text that can be erased.
        case hidden(Hash)
        case list([Value])
        case object([Member])
    }

    /// A value with its name in an object.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: Value
    }

    private let said: [CanonicalField: Value]

    init(_ said: [CanonicalField: Value]) {
        self.said = said
    }

    /// What a field says.
    package subscript(field: CanonicalField) -> Value { said[field] ?? .missing }

    /// The bytes that say it.
    package var bytes: [UInt8] {
        var writer = CanonicalWriter()
        writer.begin(salt: [])
        for field in CanonicalField.allCases {
            if self[field] == .missing { writer.missing(field) } else { writer.value(self[field]) }
        }
        return writer.bytes
    }
}

extension CanonicalWriter {
    fileprivate mutating func value(_ value: CanonicalContent.Value) {
        switch value {
        case .missing: missing()
        case .number(let number): self.number(number)
        case .text(let text): self.text(text)
        case .hidden(let hash): hash.withUnsafeBytes { text($0) }
        case .list(let items): list(items) { $0.value($1) }
        case .object(let members): for member in members { self.value(member.value) }
        }
    }
}
