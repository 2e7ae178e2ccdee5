extension Double: PostgresValue {
    package static var postgresType: PostgresType { .float8 }

    package static func reads(_ type: PostgresType) -> Bool {
        type == .float8 || type == .float4
    }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        if type == .float4 {
            try bytes.expect(byteCount: 4)
            self = Double(Float(bitPattern: try bytes.integer()))
        } else {
            try bytes.expect(byteCount: 8)
            self = Double(bitPattern: try bytes.integer())
        }
    }

    package func write(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: bitPattern)
    }
}
