package import Annals

/// Reads JSON (RFC 8259) from front to back, a value at a time, keeping nothing of what it has read.
///
/// Written by hand because a decoder that builds values first cannot say that a key stands twice, which field an
/// error is in, or everything that is wrong at once; and because FoundationEssentials would add milliseconds to
/// every start of the command.
package struct JSONScanner {
    /// How many objects and lists may stand in each other.
    ///
    /// Ours need four; a hundred thousand would overflow the stack.
    static let deepest = 64

    /// The text, which is UTF-8.
    package let bytes: ArraySlice<UInt8>
    /// The index in `bytes` of what is read next.
    package internal(set) var place: Int
    /// The objects and lists that are open, outermost first.
    private(set) var open: [Container] = []
    /// The innermost of them has just been opened.
    private var isFresh = false

    /// Where in an object or a list the scanner is.
    enum Container {
        case object(key: String?)
        case list(index: Int)
    }

    /// A scanner at the start of a text, unless that is not UTF-8.
    package init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        if let problem = Problem(notUTF8: bytes) { throw problem }
        self.bytes = bytes
        place = bytes.startIndex
    }

    /// The field being read, as problems name it: `effects[0].value`.
    var field: String {
        open.reduce(into: "") { field, container in
            switch container {
            case .object(key: nil): break
            case .object(let key?): field += (field.isEmpty ? "" : ".") + Excerpt.printable(key)
            case .list(let index): field += "[\(max(index, 0))]"
            }
        }
    }

    /// The byte that is read next, or nil at the end.
    var next: UInt8? {
        place < bytes.endIndex ? bytes[place] : nil
    }

    /// The kind of the value that comes next.
    package mutating func kind() throws(Problem) -> JSONKind {
        skipSpace()
        guard let next else { throw unexpected(.value) }
        switch next {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .list
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        default: throw unexpected(.value)
        }
    }

    /// Enters the object that comes next.
    package mutating func openObject() throws(Problem) {
        try enter(.object(key: nil))
    }

    /// The next key of the innermost object, whose value must be read before asking again; nil after its end.
    package mutating func nextKey() throws(Problem) -> String? {
        guard try isMore(before: UInt8(ascii: "}")) else { return nil }
        guard next == UInt8(ascii: "\"") else { throw unexpected(.key) }
        let key = try string()
        open[open.count - 1] = .object(key: key)
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw unexpected(.colon) }
        return key
    }

    /// Enters the list that comes next.
    package mutating func openList() throws(Problem) {
        try enter(.list(index: -1))
    }

    /// Whether the innermost list has another element, which must be read before asking again.
    package mutating func nextElement() throws(Problem) -> Bool {
        guard try isMore(before: UInt8(ascii: "]")) else { return false }
        if case .list(let index) = open[open.count - 1] { open[open.count - 1] = .list(index: index + 1) }
        return true
    }

    /// Passes over the value that comes next, whatever it is.
    package mutating func skip() throws(Problem) {
        switch try kind() {
        case .object:
            try openObject()
            while try nextKey() != nil { try skip() }
        case .list:
            try openList()
            while try nextElement() { try skip() }
        case .string: _ = try string()
        case .number: try number()
        case .boolean: try word(next == UInt8(ascii: "t") ? "true" : "false")
        case .null: try word("null")
        }
    }

    /// Makes sure that nothing but space is left.
    package mutating func finish() throws(Problem) {
        skipSpace()
        if next != nil { throw unexpected(.end) }
    }

    /// Passes over a byte if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func enter(_ container: Container) throws(Problem) {
        guard open.count < Self.deepest else { throw tooDeep }
        place += 1
        open.append(container)
        isFresh = true
    }

    /// Passes over what stands between the members of the innermost object or list; false at its end.
    private mutating func isMore(before end: UInt8) throws(Problem) -> Bool {
        skipSpace()
        if take(end) {
            open.removeLast()
            isFresh = false
            return false
        }
        if !isFresh {
            guard take(UInt8(ascii: ",")) else { throw unexpected(.commaOr(end)) }
            skipSpace()
        }
        isFresh = false
        return true
    }

    private mutating func skipSpace() {
        while let byte = next,
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        {
            place += 1
        }
    }

    private mutating func word(_ word: StaticString) throws(Problem) {
        let letters = String(describing: word).utf8
        guard bytes[place...].starts(with: letters) else { throw unexpected(.value) }
        place += letters.count
    }
}
