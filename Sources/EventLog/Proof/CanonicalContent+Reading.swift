import Annals

extension CanonicalContent {
    /// Why bytes are not those of an entry.
    package struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
        /// Where what is wrong begins, counted from 0.
        package let offset: Int
        /// Which field it is in; nil before the first and after the last.
        package let field: CanonicalField?
        /// What is wrong there.
        package let reason: String

        package var description: String {
            "byte \(offset)\(field.map { " (" + $0.column + ")" } ?? ""): \(reason)"
        }
    }

    /// Reads the canonical bytes of an entry, whoever they come from.
    ///
    /// - Throws: ``Malformed`` for anything annals does not write: whatever can be said, can be said in one way.
    package init(_ bytes: [UInt8]) throws(Malformed) {
        var reader = CanonicalReader(bytes)
        try reader.format()
        var said: [CanonicalField: Value] = [:]
        for field in CanonicalField.allCases {
            reader.begin(field)
            said[field] = try reader.value(of: field, after: said)
        }
        try reader.end()
        self.init(said)
    }
}

extension CanonicalReader {
    /// Reads a field, which has to go with those before it.
    fileprivate mutating func value(
        of field: CanonicalField,
        after said: [CanonicalField: Value]
    ) throws(Malformed) -> Value {
        let kind = said[.kind]
        switch field {
        case .event:
            let event = try text()
            try expect(EventID(event.written)?.description == event.written, "it should be a UUID")
            return event
        case .revision:
            let revision = try number()
            try expect((1...Int(Int32.max)).contains(revision), "it should be from 1 to \(Int32.max)")
            return .number(revision)
        case .kind:
            let kind = try text()
            try expect(Entry.Kind(rawValue: kind.written) != nil, "it should be a kind of entry")
            try expect(
                (kind == .text("recorded")) == (said[.revision] == .number(1)),
                "revision 1 records, and no other does"
            )
            return kind
        case .reason:
            let reason = try hidden()
            try expect((reason == .missing) == (kind == .text("recorded")), "whatever changes has a reason")
            return reason
        case .erases:
            // Other entries have nothing here, not even that it is missing.
            guard kind == .text("redacted") else { return .missing }
            let list = try list()
            let erases = try present(list)
            try expect(
                erases.items.allSatisfy { ErasedText($0.written) != nil },
                "it should name texts to erase",
                at: beginning
            )
            return erases
        case .title, .note: return try hidden()
        case .actors, .recipients, .contexts, .tags: return try list()
        case .effects: return try objects(StoredClaim.names, lists: 1, always: ["facet", "from", "value"])
        case .sources: return try objects(StoredSource.names, lists: 0, always: ["title"])
        case .actor:
            let actor = try object(StoredActor.names, lists: 2)
            let isEvent = said[.title] != .missing
            try expect(
                isEvent != (actor != .missing)
                    || !isEvent && [.text("retracted"), .text("redacted")].contains(kind),
                "it should be of an event, with a title, or of an actor",
                at: beginning
            )
            return actor
        case .occurred, .type, .mode, .modality, .grade, .reported: return try text()
        case .appendedBy, .origin:
            let text = try text()
            return try present(text)
        }
    }
}

extension CanonicalContent.Value {
    /// The text that is said; empty when none is.
    fileprivate var written: String {
        if case .text(let text) = self { text } else { "" }
    }

    /// The items that are said; none when there is no list.
    fileprivate var items: [CanonicalContent.Value] {
        if case .list(let items) = self { items } else { [] }
    }
}
