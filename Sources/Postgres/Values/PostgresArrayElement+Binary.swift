// The binary format of an array is that of `array_send` in PostgreSQL's arrayfuncs.c: number of dimensions,
// whether there are NULLs, type of the elements, then length and lower bound of each dimension, then the
// elements, each with its length before it and -1 for NULL; all of them 32 bits wide.
extension PostgresArrayElement where Self: PostgresValue {
    package static var arrayType: PostgresType { postgresType.array }

    package static func readsArray(_ type: PostgresType) -> Bool {
        type.element.map { reads($0) } ?? false
    }

    package static func readArray(_ bytes: RawSpan) throws(ValueError) -> [Self] {
        let dimensions = try bytes.integer(Int32.self, at: 0)
        guard dimensions != 0 else { return [] }
        guard dimensions == 1 else { throw ValueError("is an array of \(dimensions) dimensions") }
        let type = PostgresType(rawValue: try bytes.integer(at: 8))
        let count = try bytes.integer(Int32.self, at: 12)
        var array: [Self] = []
        var offset = 20
        for _ in 0..<max(0, count) {
            let length = Int(try bytes.integer(Int32.self, at: offset))
            offset += 4
            guard length >= 0 else {
                guard let null else { throw ValueError("has NULL among its elements") }
                array.append(null)
                continue
            }
            guard length <= bytes.byteCount - offset else {
                throw ValueError("ends in the middle of an element")
            }
            array.append(try Self(reading: bytes.extracting(offset..<offset + length), as: type))
            offset += length
        }
        return array
    }

    package static func write(_ array: [Self], to bytes: inout [UInt8]) {
        bytes.append(bigEndian: Int32(array.isEmpty ? 0 : 1))
        bytes.append(bigEndian: Int32(array.contains { $0.isNull } ? 1 : 0))
        bytes.append(bigEndian: postgresType.rawValue)
        guard !array.isEmpty else { return }
        // Lengths beyond 32 bits are cut short here, and refused for their size before anything is sent.
        bytes.append(bigEndian: Int32(truncatingIfNeeded: array.count))
        bytes.append(bigEndian: Int32(1))
        for element in array {
            guard !element.isNull else {
                bytes.append(bigEndian: Int32(-1))
                continue
            }
            let start = bytes.count
            bytes.append(bigEndian: Int32(0))
            element.write(to: &bytes)
            bytes.replace(bigEndian: Int32(truncatingIfNeeded: bytes.count - start - 4), at: start)
        }
    }
}
