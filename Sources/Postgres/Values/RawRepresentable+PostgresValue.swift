extension PostgresValue where Self: RawRepresentable, RawValue: PostgresValue {
    package static var postgresType: PostgresType { RawValue.postgresType }

    /// What the raw value reads; but a type that names a PostgreSQL type of its own reads only that.
    package static func reads(_ type: PostgresType) -> Bool {
        postgresType == RawValue.postgresType ? RawValue.reads(type) : type == postgresType
    }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        let raw = try RawValue(reading: bytes, as: type)
        guard let value = Self(rawValue: raw) else {
            throw ValueError("is \(raw), which is not a \(Self.self)")
        }
        self = value
    }

    package func write(to bytes: inout [UInt8]) {
        rawValue.write(to: &bytes)
    }
}
