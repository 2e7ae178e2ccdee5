/// A type of the server, by its object identifier.
///
/// Those of the built-in types are fixed; they stand in PostgreSQL's `pg_type.dat`.
package struct PostgresType: RawRepresentable, Hashable, Sendable {
    /// The object identifier; 0 leaves the choice to the server.
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }
}

extension PostgresType {
    package static let unspecified = PostgresType(rawValue: 0)
    package static let bool = PostgresType(rawValue: 16)
    package static let bytea = PostgresType(rawValue: 17)
    package static let name = PostgresType(rawValue: 19)
    package static let int8 = PostgresType(rawValue: 20)
    package static let int2 = PostgresType(rawValue: 21)
    package static let int4 = PostgresType(rawValue: 23)
    package static let text = PostgresType(rawValue: 25)
    package static let json = PostgresType(rawValue: 114)
    package static let float4 = PostgresType(rawValue: 700)
    package static let float8 = PostgresType(rawValue: 701)
    package static let bpchar = PostgresType(rawValue: 1042)
    package static let varchar = PostgresType(rawValue: 1043)
    package static let date = PostgresType(rawValue: 1082)
    package static let timestamp = PostgresType(rawValue: 1114)
    package static let timestamptz = PostgresType(rawValue: 1184)
    package static let numeric = PostgresType(rawValue: 1700)
    package static let uuid = PostgresType(rawValue: 2950)
    package static let jsonb = PostgresType(rawValue: 3802)

    /// What is known of the built-in types: how SQL spells them, and the identifier of an array of them.
    private static let known: [(type: PostgresType, spelling: String, array: UInt32)] = [
        (.bool, "boolean", 1000), (.bytea, "bytea", 1001), (.name, "name", 1003), (.int2, "smallint", 1005),
        (.int4, "integer", 1007), (.int8, "bigint", 1016), (.text, "text", 1009), (.json, "json", 199),
        (.float4, "real", 1021), (.float8, "double precision", 1022), (.bpchar, "character", 1014),
        (.varchar, "character varying", 1015), (.date, "date", 1182), (.uuid, "uuid", 2951),
        (.timestamp, "timestamp without time zone", 1115), (.numeric, "numeric", 1231),
        (.timestamptz, "timestamp with time zone", 1185), (.jsonb, "jsonb", 3807),
    ]

    /// An array of this type; unspecified for a type that is not built in.
    package var array: PostgresType {
        PostgresType(rawValue: Self.known.first { $0.type == self }?.array ?? 0)
    }

    /// The type of an array's elements, or nil if this is not an array of a built-in type.
    package var element: PostgresType? {
        Self.known.first { $0.array == rawValue }?.type
    }
}

extension PostgresType: CustomStringConvertible {
    /// How SQL spells the type.
    package var description: String {
        if let known = Self.known.first(where: { $0.type == self }) { return known.spelling }
        if let element { return "\(element)[]" }
        return "the type with OID \(rawValue)"
    }
}
