extension RawSpan {
    /// The integer at an offset, in network byte order.
    func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ type: Integer.Type = Integer.self,
        at offset: Int = 0
    ) throws(ValueError) -> Integer {
        let width = MemoryLayout<Integer>.size
        guard offset >= 0, offset <= byteCount - width else {
            throw ValueError("ends after \(byteCount) bytes, in the middle of a value")
        }
        return Integer(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: Integer.self))
    }

    /// Throws unless the value is exactly so many bytes long.
    func expect(byteCount expected: Int) throws(ValueError) {
        guard byteCount == expected else {
            throw ValueError("has \(byteCount) bytes where \(expected) are expected")
        }
    }
}

extension [UInt8] {
    /// Appends an integer in network byte order.
    package mutating func append(bigEndian integer: some FixedWidthInteger) {
        unsafe Swift.withUnsafeBytes(of: integer.bigEndian) { bytes in unsafe append(contentsOf: bytes) }
    }

    /// Writes an integer over the bytes at an offset, in network byte order.
    mutating func replace(bigEndian integer: Int32, at offset: Int) {
        for index in 0..<4 {
            self[offset + index] = UInt8(truncatingIfNeeded: integer >> (24 - 8 * index))
        }
    }
}
