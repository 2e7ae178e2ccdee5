extension Bool: PostgresValue {
    package static var postgresType: PostgresType { .bool }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        try bytes.expect(byteCount: 1)
        self = try bytes.integer(UInt8.self) != 0
    }

    package func write(to bytes: inout [UInt8]) {
        bytes.append(self ? 1 : 0)
    }
}
