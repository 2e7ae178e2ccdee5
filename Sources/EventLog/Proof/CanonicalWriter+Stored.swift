// Canonical bytes from the server's binary forms.
extension CanonicalWriter {
    /// The sixteen bytes of a UUID, as text.
    mutating func uuid(_ bytes: UnsafeRawBufferPointer) {
        number(36)
        for (index, byte) in bytes.enumerated() {
            if index == 4 || index == 6 || index == 8 || index == 10 { append(UInt8(ascii: "-")) }
            append(Self.digit(byte >> 4))
            append(Self.digit(byte & 15))
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }

    /// A `text[]`, whose items the server writes as canonical bytes do, after a head of 20 bytes whose fourth word
    /// is their number.
    mutating func list(array: UnsafeRawBufferPointer) throws(StoredJSON.Unreadable) {
        guard array.count >= 12 else { throw StoredJSON.Unreadable() }
        let dimensions = UInt32(bigEndian: array.loadUnaligned(as: UInt32.self))
        guard dimensions > 0 else { return number(0) }
        // A list of lists, or one that lacks an item, annals does not write.
        let lacksItems = array.loadUnaligned(fromByteOffset: 4, as: UInt32.self) != 0
        guard dimensions == 1, !lacksItems, array.count >= 20 else { throw StoredJSON.Unreadable() }
        append(array[12..<16])
        append(array[20...])
    }

    /// The claimed effects of an event.
    mutating func claims(_ json: StoredJSON) throws(StoredJSON.Unreadable) {
        try items(json, StoredClaim.names, lists: 1)
    }

    /// The sources of an event.
    mutating func sources(_ json: StoredJSON) throws(StoredJSON.Unreadable) {
        try items(json, StoredSource.names, lists: 0)
    }

    /// What an entry says of an actor.
    mutating func actor(_ json: StoredJSON) throws(StoredJSON.Unreadable) {
        var json = json
        let values = try json.object(StoredActor.names)
        try json.end()
        for value in values.prefix(3) { try text(value, of: json) }
        for value in values.suffix(2) {
            if case .null = value { missing() } else { try list(value, of: json) }
        }
    }

    /// A list of objects, the last so many of whose values are lists.
    private mutating func items(
        _ json: StoredJSON,
        _ names: [StaticString],
        lists: Int
    ) throws(StoredJSON.Unreadable) {
        var json = json
        var objects: [[StoredJSON.Value]] = []
        try json.list { json throws(StoredJSON.Unreadable) in objects.append(try json.object(names)) }
        try json.end()
        number(objects.count)
        for values in objects {
            for value in values.dropLast(lists) { try text(value, of: json) }
            for value in values.suffix(lists) { try list(value, of: json) }
        }
    }

    private mutating func text(
        _ value: StoredJSON.Value,
        of json: StoredJSON
    ) throws(StoredJSON.Unreadable) {
        switch value {
        case .null: missing()
        case .text(let text): try self.text(text, of: json)
        case .list: throw StoredJSON.Unreadable()
        }
    }

    private mutating func list(
        _ value: StoredJSON.Value,
        of json: StoredJSON
    ) throws(StoredJSON.Unreadable) {
        switch value {
        case .null: number(0)
        case .text: throw StoredJSON.Unreadable()
        case .list(let texts):
            number(texts.count)
            for text in texts { try self.text(text, of: json) }
        }
    }

    private mutating func text(
        _ text: StoredJSON.Text,
        of json: StoredJSON
    ) throws(StoredJSON.Unreadable) {
        let utf8 = try json.utf8(text)
        utf8.withUnsafeBytes { self.text($0) }
    }
}
