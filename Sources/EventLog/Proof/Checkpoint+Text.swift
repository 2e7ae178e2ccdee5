import Annals
import Postgres

// A checkpoint as C2SP's transparency logs write it (c2sp.org/tlog-checkpoint): origin, size and root, each on a
// line, then lines of our own: when the last entry was recorded, the size of a block, the root of each block.
extension Checkpoint {
    /// Why a text is no checkpoint.
    package struct Malformed: Error, Hashable, Sendable {
        /// The line, counted from 1.
        package let line: Int
        /// What is wrong there.
        package let reason: String
    }

    /// The text, which is signed as it is.
    package var text: String {
        let lines =
            [
                origin, "\(position.rawValue)", root.bytes.base64, "recorded \(recordedAt)",
                "blocks of \(blockSize)",
            ]
            + blocks.map(\.bytes.base64)
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads a text.
    ///
    /// - Throws: ``Malformed`` for one that is not whole, or not in itself right.
    package init(text: String) throws(Malformed) {
        var lines = Lines(text)
        origin = try lines.next("the origin, annals/ and an id") { line in
            line.hasPrefix("annals/") && EventID(String(line.dropFirst(7))) != nil ? line : nil
        }
        let size = try lines.next("the position, a number") { line in
            Int64(line).flatMap { $0 >= 0 && String($0) == line ? $0 : nil }
        }
        position = Position(rawValue: size)
        root = try lines.next("the root, 32 bytes in base64", Hash.init(base64:))
        recordedAt = try lines.next("recorded and a time") { line in
            // One way to write a time too: .20 is .2.
            Timestamp(String(line.dropFirst(9))).flatMap { time in
                let isMeant = size == 0 ? time == .minusInfinity : time != .minusInfinity && time != .infinity
                return line == "recorded \(time)" && isMeant ? time : nil
            }
        }
        let blockSize = Self.blockSize(of: size)
        self.blockSize = try lines.next("blocks of \(blockSize)") { line in
            line == "blocks of \(blockSize)" ? blockSize : nil
        }
        blocks = try (0..<Int((size + blockSize - 1) / blockSize)).map { _ throws(Malformed) in
            try lines.next("the root of a block, 32 bytes in base64", Hash.init(base64:))
        }
        try lines.end()
        guard root == Self.root(over: blocks) else {
            throw Malformed(line: 3, reason: "the root is not that of the blocks: a line was changed")
        }
    }

    private struct Lines {
        private var rest: ArraySlice<Substring>
        private var number = 0

        init(_ text: String) {
            rest = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        }

        mutating func next<Value>(_ expected: String, _ read: (String) -> Value?) throws(Malformed) -> Value {
            number += 1
            // Only what ends with a newline is a line: the rest was cut off.
            guard rest.count > 1, let line = rest.popFirst() else {
                throw Malformed(line: number, reason: "it ends here: it was cut off before \(expected)")
            }
            guard let value = read(String(line)) else {
                throw Malformed(line: number, reason: "it should be \(expected)")
            }
            return value
        }

        mutating func end() throws(Malformed) {
            guard rest == [""] else {
                throw Malformed(line: number + 1, reason: "it should end here")
            }
        }
    }
}

extension Hash {
    fileprivate init?(base64 line: String) {
        guard let bytes = [UInt8](base64: line) else { return nil }
        self.init(bytes)
    }
}
