/// An array of bytes is `bytea`.
extension UInt8: PostgresArrayElement {
    package static var arrayType: PostgresType { .bytea }

    package static func readsArray(_ type: PostgresType) -> Bool { type == .bytea }

    package static func readArray(_ bytes: RawSpan) throws(ValueError) -> [UInt8] {
        unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
    }

    package static func write(_ array: [UInt8], to bytes: inout [UInt8]) {
        bytes += array
    }
}

/// An array of arrays of bytes is `bytea[]`.
extension Array: PostgresArrayElement where Element == UInt8 {}
