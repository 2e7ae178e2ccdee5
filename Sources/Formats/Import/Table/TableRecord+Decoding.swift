import Annals

extension TableRecord {
    /// The record a scan has found in its bytes; none when all its fields are empty.
    static func read(_ scan: RecordScan, from bytes: ArraySlice<UInt8>) -> Result<TableRecord?, ImportProblem>
    {
        guard scan.fields.contains(where: { !$0.bytes.isEmpty }) else { return .success(nil) }
        var fields: [String] = []
        fields.reserveCapacity(scan.fields.count)
        for field in scan.fields {
            let range = bytes.startIndex + field.bytes.lowerBound..<bytes.startIndex + field.bytes.upperBound
            guard let text = text(of: bytes[range], isDoubled: field.isDoubled) else {
                return .failure(notUTF8(bytes, firstLine: scan.firstLine))
            }
            fields.append(text)
        }
        return .success(TableRecord(line: scan.firstLine, fields: fields))
    }

    private static func text(of bytes: ArraySlice<UInt8>, isDoubled: Bool) -> String? {
        guard isDoubled else { return String(validating: bytes, as: UTF8.self) }
        var single: [UInt8] = []
        single.reserveCapacity(bytes.count)
        var isSecond = false
        for byte in bytes {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if byte != UInt8(ascii: "\"") || isSecond { single.append(byte) }
        }
        return String(validating: single, as: UTF8.self)
    }

    /// What is told of a record that is not UTF-8, of its first line that is not.
    private static func notUTF8(_ bytes: ArraySlice<UInt8>, firstLine: Int) -> ImportProblem {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            guard let problem = Problem(notUTF8: line) else { continue }
            return ImportProblem(line: firstLine + index, problems: [.inAnotherEncoding(problem)])
        }
        // A line break within a character makes both of its lines faulty, so that one has been found.
        return ImportProblem(line: firstLine, problems: [.inAnotherEncoding(Problem("text", "not UTF-8"))])
    }
}
