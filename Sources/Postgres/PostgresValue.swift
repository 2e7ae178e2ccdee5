/// A Swift type whose values travel to and from the server in PostgreSQL's binary format.
///
/// Binary, so that no date style, time zone or number format of a session or environment can change a value.
/// A type with a raw value that travels needs no code of its own, and says its type if it differs:
/// ```swift
/// extension Position: PostgresValue {}            // raw value Int64: bigint
/// extension Day: PostgresValue {                  // raw value Int32, in days since 2000-01-01
///     static var postgresType: PostgresType { .date }
/// }
/// ```
package protocol PostgresValue {
    /// The type a parameter is declared with.
    static var postgresType: PostgresType { get }

    /// Whether a result of that type can be read; by default only `postgresType`.
    static func reads(_ type: PostgresType) -> Bool

    /// Reads the bytes of a value that is not NULL, of a type that `reads` accepts.
    init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError)

    /// Appends the bytes of the value; not called for NULL.
    func write(to bytes: inout [UInt8])

    /// Whether the value is NULL: true of nil, and of nothing else.
    var isNull: Bool { get }

    /// What NULL reads as, or nil for a type that has no such value.
    static var null: Self? { get }
}

extension PostgresValue {
    package static func reads(_ type: PostgresType) -> Bool { type == postgresType }
    package var isNull: Bool { false }
    package static var null: Self? { nil }
}

/// Why bytes are not a value of the type asked for.
package struct ValueError: Error, Hashable, Sendable {
    /// The reason, as the rest of a sentence about the column.
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}
