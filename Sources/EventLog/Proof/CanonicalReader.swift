/// Reads canonical bytes that may be anybody's: it takes what is there, and believes no length before it has looked
/// how much is left.
struct CanonicalReader {
    private let bytes: [UInt8]
    private var next = 0
    /// Where what was read last begins.
    private var start = 0
    private var field: CanonicalField?
    /// Where that begins.
    private(set) var beginning = 0

    typealias Malformed = CanonicalContent.Malformed
    typealias Value = CanonicalContent.Value

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// What the bytes begin with.
    mutating func format() throws(Malformed) {
        let format = try text()
        try expect(format == .text(CanonicalWriter.format), "it should begin with \(CanonicalWriter.format)")
    }

    /// Goes on to a field: what is wrong from here on is in it.
    mutating func begin(_ field: CanonicalField?) {
        self.field = field
        (beginning, start) = (next, next)
    }

    /// Nothing may follow.
    mutating func end() throws(Malformed) {
        begin(nil)
        try expect(next == bytes.count, "the entry should end here")
    }

    /// What has to hold: of what was read last, if not of what begins elsewhere.
    func expect(
        _ holds: Bool,
        _ reason: @autoclosure () -> String,
        at place: Int? = nil
    ) throws(Malformed) {
        guard holds else { throw Malformed(offset: place ?? start, field: field, reason: reason()) }
    }

    /// Four bytes.
    mutating func number() throws(Malformed) -> Int {
        start = next
        return try take(4).reduce(0) { $0 << 8 | Int($1) }
    }

    /// A length or the number of items; nil for what is missing.
    private mutating func count() throws(Malformed) -> Int? {
        let count = try number()
        return count == Int(UInt32.max) ? nil : count
    }

    private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
        try expect(count <= bytes.count - next, "\(count) bytes should follow, not \(bytes.count - next)")
        defer { next += count }
        return bytes[next..<next + count]
    }

    mutating func text() throws(Malformed) -> Value {
        guard let count = try count() else { return .missing }
        let text = String(validating: try take(count), as: UTF8.self)
        try expect(text != nil, "it should be UTF-8")
        // PostgreSQL holds no text with it.
        try expect(text?.utf8.contains(0) == false, "it should have no NUL character")
        return text.map(Value.text) ?? .missing
    }

    /// The hash of a text that can be erased.
    mutating func hidden() throws(Malformed) -> Value {
        guard let count = try count() else { return .missing }
        let hash = Hash(try take(count))
        try expect(hash != nil, "it should be a hash of 32 bytes")
        return hash.map(Value.hidden) ?? .missing
    }

    /// What may not be missing.
    func present(_ value: Value) throws(Malformed) -> Value {
        try expect(value != .missing, "it should not be missing")
        return value
    }

    /// A list of texts.
    mutating func list() throws(Malformed) -> Value {
        try items { reader throws(Malformed) in
            let text = try reader.text()
            return try reader.present(text)
        }
    }

    /// A list of objects.
    mutating func objects(
        _ names: [StaticString],
        lists: Int,
        always: Set<String>
    ) throws(Malformed) -> Value {
        try items { reader throws(Malformed) in
            .object(try reader.members(names, lists: lists, always: always))
        }
    }

    /// An object, which is missing when its first member is.
    mutating func object(_ names: [StaticString], lists: Int) throws(Malformed) -> Value {
        let before = self
        guard try text() == .missing else {
            self = before
            return .object(try members(names, lists: lists, always: []))
        }
        for name in names.dropFirst() {
            let count = try count()
            try expect(count == nil, "\(name) should be missing as \(names[0]) is")
        }
        return .missing
    }

    /// The members of an object, the last so many of them lists, which are never missing.
    ///
    /// - Parameter always: which texts are never missing.
    private mutating func members(
        _ names: [StaticString],
        lists: Int,
        always: Set<String>
    ) throws(Malformed) -> [CanonicalContent.Member] {
        var members: [CanonicalContent.Member] = []
        for (index, name) in names.enumerated() {
            let isList = index >= names.count - lists
            let value = isList ? try list() : try text()
            let isAlways = isList || always.contains("\(name)")
            members.append(
                CanonicalContent.Member(name: "\(name)", value: isAlways ? try present(value) : value)
            )
        }
        return members
    }

    private mutating func items(
        _ read: (inout CanonicalReader) throws(Malformed) -> Value
    ) throws(Malformed) -> Value {
        guard let count = try count() else { return .missing }
        // Each has four bytes at least.
        try expect(
            count <= (bytes.count - next) / 4,
            "\(count) items should follow, not \(bytes.count - next) bytes"
        )
        var items: [Value] = []
        for _ in 0..<count { items.append(try read(&self)) }
        return .list(items)
    }
}
