/// A Swift type whose arrays travel: as `bigint[]`, `text[]` and so on, or, for `UInt8`, as `bytea`.
///
/// Every `PostgresValue` has what it takes and only needs to say so. Arrays with NULL in them are arrays of
/// optionals. Arrays of several dimensions do not travel.
package protocol PostgresArrayElement {
    /// The type of an array of these.
    static var arrayType: PostgresType { get }

    /// Whether a result of that type can be read as an array of these.
    static func readsArray(_ type: PostgresType) -> Bool

    /// Reads an array.
    static func readArray(_ bytes: RawSpan) throws(ValueError) -> [Self]

    /// Appends the bytes of an array.
    static func write(_ array: [Self], to bytes: inout [UInt8])
}

extension Array: PostgresValue where Element: PostgresArrayElement {
    package static var postgresType: PostgresType { Element.arrayType }

    package static func reads(_ type: PostgresType) -> Bool { Element.readsArray(type) }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        self = try Element.readArray(bytes)
    }

    package func write(to bytes: inout [UInt8]) {
        Element.write(self, to: &bytes)
    }
}

extension Bool: PostgresArrayElement {}
extension Int16: PostgresArrayElement {}
extension Int32: PostgresArrayElement {}
extension Int64: PostgresArrayElement {}
extension Int: PostgresArrayElement {}
extension Double: PostgresArrayElement {}
extension String: PostgresArrayElement {}
extension UUIDBytes: PostgresArrayElement {}
extension PostgresDate: PostgresArrayElement {}
extension Timestamp: PostgresArrayElement {}
extension Optional: PostgresArrayElement where Wrapped: PostgresArrayElement & PostgresValue {}
