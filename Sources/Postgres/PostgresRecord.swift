/// A Swift type that travels to the server as a composite type of the database's own.
///
/// Such a type has no fixed identifier, so the statement names it: `annals.append(\(entries)::annals.new_entry[])`.
/// The fields are those of the composite type, in its order. Records are sent and never read.
package protocol PostgresRecord: PostgresValue, PostgresArrayElement {
    /// Appends the fields.
    func write(to fields: inout RecordFields)
}

extension PostgresRecord {
    package static var postgresType: PostgresType { .unspecified }

    package static func reads(_ type: PostgresType) -> Bool { false }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        throw ValueError("is a record: name its fields in the query")
    }

    package func write(to bytes: inout [UInt8]) {
        var fields = RecordFields(after: &bytes)
        write(to: &fields)
        fields.end(&bytes)
    }
}

/// The fields of a record being written.
///
/// The binary format is that of `record_send` in PostgreSQL's rowtypes.c: the number of fields, then the type,
/// the length (-1 for NULL) and the bytes of each; the numbers 32 bits wide. Since version 14 the server does
/// not mind the identifier given for a type that is not built in.
package struct RecordFields {
    private var bytes: [UInt8] = []
    private let start: Int
    private var count: Int32 = 0

    fileprivate init(after bytes: inout [UInt8]) {
        start = bytes.count
        swap(&self.bytes, &bytes)
        self.bytes.append(bigEndian: Int32(0))
    }

    fileprivate mutating func end(_ bytes: inout [UInt8]) {
        self.bytes.replace(bigEndian: count, at: start)
        swap(&self.bytes, &bytes)
    }

    /// Appends a field that may be NULL.
    package mutating func append<Value: PostgresValue>(_ value: Value?) {
        guard let value else {
            count += 1
            bytes.append(bigEndian: Value.postgresType.rawValue)
            return bytes.append(bigEndian: Int32(-1))
        }
        append(value)
    }

    /// Appends a field.
    package mutating func append<Value: PostgresValue>(_ value: Value) {
        count += 1
        bytes.append(bigEndian: Value.postgresType.rawValue)
        let lengthAt = bytes.count
        bytes.append(bigEndian: Int32(0))
        value.write(to: &bytes)
        bytes.replace(bigEndian: Int32(truncatingIfNeeded: bytes.count - lengthAt - 4), at: lengthAt)
    }
}

/// A record in its binary form, written before it is sent: while the server is at another statement.
package struct WrittenRecord: PostgresValue, PostgresArrayElement, Sendable {
    private let bytes: [UInt8]

    /// Writes a record.
    package init(_ record: some PostgresRecord) {
        var bytes: [UInt8] = []
        record.write(to: &bytes)
        self.bytes = bytes
    }

    package static var postgresType: PostgresType { .unspecified }

    package static func reads(_ type: PostgresType) -> Bool { false }

    package init(reading bytes: RawSpan, as type: PostgresType) throws(ValueError) {
        throw ValueError("is a record: name its fields in the query")
    }

    package func write(to bytes: inout [UInt8]) {
        bytes += self.bytes
    }
}
