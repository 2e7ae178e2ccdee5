extension PostgresValue where Self: FixedWidthInteger {
    /// `smallint`, `integer` or `bigint`, by width.
    package static var postgresType: PostgresType {
        switch bitWidth {
        case 16: .int2
        case 32: .int4
        default: .int8
        }
    }

    /// An integer type no wider than this one.
    package static func reads(_ type: PostgresType) -> Bool {
        switch type {
        case .int2: bitWidth >= 16
        case .int4: bitWidth >= 32
        case .int8: bitWidth >= 64
        default: false
        }
    }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        switch bytes.byteCount {
        case 2 where Self.bitWidth >= 16: self.init(try bytes.integer(Int16.self))
        case 4 where Self.bitWidth >= 32: self.init(try bytes.integer(Int32.self))
        case 8 where Self.bitWidth >= 64: self.init(try bytes.integer(Int64.self))
        default:
            throw ValueError("has \(bytes.byteCount) bytes, which is not the length of \(Self.postgresType)")
        }
    }

    package func write(to bytes: inout [UInt8]) {
        bytes.append(bigEndian: self)
    }
}

extension Int16: PostgresValue {}
extension Int32: PostgresValue {}
extension Int64: PostgresValue {}
extension Int: PostgresValue {}
