/// JSON text for a `jsonb` field of a record, where a statement cannot cast it.
package struct JSONB: Hashable, Sendable {
    /// The text.
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}

extension JSONB: PostgresValue {
    package static var postgresType: PostgresType { .jsonb }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        text = try String(reading: bytes, as: type)
    }

    /// The version of the format, which is 1, and the text.
    package func write(to bytes: inout [UInt8]) {
        bytes.append(1)
        text.write(to: &bytes)
    }
}
