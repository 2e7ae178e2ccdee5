extension Optional: PostgresValue where Wrapped: PostgresValue {
    package static var postgresType: PostgresType { Wrapped.postgresType }

    package static func reads(_ type: PostgresType) -> Bool { Wrapped.reads(type) }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        self = .some(try Wrapped(reading: bytes, as: type))
    }

    package func write(to bytes: inout [UInt8]) {
        self?.write(to: &bytes)
    }

    package var isNull: Bool { self?.isNull ?? true }

    package static var null: Self? { .some(.none) }
}
