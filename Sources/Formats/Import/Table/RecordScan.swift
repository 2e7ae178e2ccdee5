/// Finds where the fields of one record lie, byte by byte, so that it can go on when more bytes have come.
///
/// All places are counted from the record's first byte.
struct RecordScan: Sendable {
    /// Where the bytes of a field lie, its quotes left out.
    struct Field: Sendable {
        let bytes: Range<Int>
        /// Whether quotes stand doubled in it.
        let isDoubled: Bool
    }

    /// How far a scan has come.
    enum Outcome: Sendable {
        /// The bytes end within the record.
        case unfinished
        /// The record is complete, its line ending consumed.
        case complete
        /// A field goes on after its closing quote.
        case misquoted
        /// The record has too many bytes.
        case tooLong
    }

    private enum State: Sendable {
        case fieldStart, plain, quoted, closed, closedBeforeFeed
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    private static let quote = UInt8(ascii: "\"")

    /// What stands between fields.
    let separator: UInt8
    /// Whether a field may stand in quotes.
    let quoted: Bool

    /// The fields found so far.
    private(set) var fields: [Field] = []
    /// The byte to be looked at next.
    private(set) var place = 0
    /// The line the record starts on.
    private(set) var firstLine = 1
    /// The line of the byte to be looked at next.
    private(set) var line = 1
    /// Where the last opening quote stands, and on which line.
    private(set) var lastQuote = (place: 0, line: 1)

    private var state = State.fieldStart
    private var fieldStart = 0
    private var isDoubled = false

    /// A scan at the start of a file.
    init(separator: UInt8, quoted: Bool) {
        self.separator = separator
        self.quoted = quoted
    }

    /// Whether a quote is open.
    var isQuoteOpen: Bool { state == .quoted }

    /// Starts anew with the record that begins on a line.
    mutating func restart(at line: Int) {
        fields.removeAll(keepingCapacity: true)
        (place, firstLine, self.line) = (0, line, line)
        (state, fieldStart, isDoubled) = (.fieldStart, 0, false)
    }

    /// Scans on through the bytes of the record, the first of which is `bytes[start]`.
    mutating func advance(in bytes: [UInt8], from start: Int, longest: Int) -> Outcome {
        let available = min(bytes.count - start, longest)
        while place < available {
            let byte = bytes[start + place]
            switch state {
            case .fieldStart where quoted && byte == Self.quote:
                state = .quoted
                lastQuote = (place, line)
                fieldStart = place + 1
            case .fieldStart, .plain:
                if byte == separator {
                    end(at: place)
                } else if byte == Self.lineFeed {
                    return complete(in: bytes, from: start)
                } else {
                    state = .plain
                }
            case .quoted:
                if byte == Self.quote { state = .closed } else if byte == Self.lineFeed { line += 1 }
            case .closed:
                if byte == Self.quote {
                    isDoubled = true
                    state = .quoted
                } else if byte == separator {
                    end(at: place - 1)
                } else if byte == Self.lineFeed {
                    return complete(in: bytes, from: start)
                } else if byte == Self.carriageReturn {
                    state = .closedBeforeFeed
                } else {
                    return .misquoted
                }
            case .closedBeforeFeed:
                return byte == Self.lineFeed ? complete(in: bytes, from: start) : .misquoted
            }
            place += 1
        }
        return place == longest ? .tooLong : .unfinished
    }

    /// Ends the record here, at its line feed or at the end of the file.
    @discardableResult
    mutating func complete(in bytes: [UInt8], from start: Int) -> Outcome {
        switch state {
        case .closed: end(at: place - 1)
        case .closedBeforeFeed: end(at: place - 2)
        case .fieldStart, .plain, .quoted:
            let isReturned = place > fieldStart && bytes[start + place - 1] == Self.carriageReturn
            end(at: isReturned ? place - 1 : place)
        }
        place += 1
        line += 1
        return .complete
    }

    private mutating func end(at end: Int) {
        fields.append(Field(bytes: fieldStart..<end, isDoubled: isDoubled))
        (state, fieldStart, isDoubled) = (.fieldStart, place + 1, false)
    }
}
