/// The 16 bytes of a UUID, in the order in which they are written.
package struct UUIDBytes: Hashable, Sendable {
    /// The first eight bytes.
    package let high: UInt64
    /// The last eight bytes.
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension UUIDBytes: PostgresValue {
    package static var postgresType: PostgresType { .uuid }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        try bytes.expect(byteCount: 16)
        self.init(high: try bytes.integer(at: 0), low: try bytes.integer(at: 8))
    }

    package func write(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: high)
        bytes.append(bigEndian: low)
    }
}
