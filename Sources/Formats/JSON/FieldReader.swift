import Annals

/// Reads the fields of a JSON object, gathering everything that is wrong with them.
///
/// Wrong fields are noted and passed over; only text that is not JSON stops the reading, as a thrown problem.
struct FieldReader {
    /// The most problems told of one line.
    static let mostProblems = 100

    private(set) var problems: [Problem] = []
    private var scanner: JSONScanner

    /// What has been met of an object's keys.
    struct Keys<Key: RawRepresentable & CaseIterable & Equatable> where Key.RawValue == String {
        /// The known ones, in the order they were met.
        fileprivate(set) var seen: [Key] = []
        fileprivate(set) var unknown: [String] = []
    }

    /// A reader at the start of a text, unless that is not UTF-8.
    init(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        scanner = try JSONScanner(bytes)
    }

    /// The kind of the value that comes next.
    mutating func kind() throws(Problem) -> JSONKind {
        try scanner.kind()
    }

    /// Enters the object that comes next.
    mutating func openObject() throws(Problem) {
        try scanner.openObject()
    }

    /// The next known key that has not been met before, whose value must be read before asking again; nil after
    /// the object's end.
    mutating func nextKey<Key>(_ keys: inout Keys<Key>) throws(Problem) -> Key? {
        while let name = try scanner.nextKey() {
            guard let key = Key(rawValue: name) else {
                keys.unknown.append(name)
                try scanner.skip()
                continue
            }
            guard !keys.seen.contains(key) else {
                let help = "keep the one that is meant"
                report(Problem("field", "\"\(name)\" stands twice", field: scanner.field, help: help))
                try scanner.skip()
                continue
            }
            keys.seen.append(key)
            return key
        }
        return nil
    }

    /// Reads a string; nil for null and for what is no string.
    mutating func text() throws(Problem) -> String? {
        guard try scanner.kind() == .null else { return try requiredText() }
        try scanner.skip()
        return nil
    }

    /// Reads a string that must be there; nil for what is no string.
    ///
    /// - Parameter numberPrefix: what a bare number lacks besides its quotes, for the help.
    mutating func requiredText(numberPrefix: String = "") throws(Problem) -> String? {
        guard try scanner.kind() != .string else { return try scanner.string() }
        try refuse(wanting: .string, numberPrefix: numberPrefix)
        return nil
    }

    /// Reads a list of strings; empty for null.
    mutating func texts() throws(Problem) -> [String] {
        try list(of: .string) { reader throws(Problem) in try reader.requiredText() } ?? []
    }

    /// Reads a list of objects; nil for null and for what is no list.
    mutating func objects<Element>(
        _ read: (inout FieldReader) throws(Problem) -> Element
    ) throws(Problem) -> [Element]? {
        try list(of: .object) { reader throws(Problem) in
            guard try reader.kind() != .object else { return try read(&reader) }
            try reader.refuse(wanting: .object)
            return nil
        }
    }

    /// Makes sure that nothing is left.
    mutating func finish() throws(Problem) {
        try scanner.finish()
    }

    /// Notes a problem, until there are more than anybody wants to read.
    mutating func report(_ problem: Problem) {
        guard !isFull else { return }
        let isOneTooMany = problems.count == Self.mostProblems
        let message = "the line has more than \(Self.mostProblems) problems"
        problems.append(isOneTooMany ? Problem("field", message, help: "mend these first") : problem)
    }

    /// Notes the keys of the object just read that are not known.
    mutating func report<Key>(unknown keys: Keys<Key>, of what: String, known: [Key]) {
        for name in keys.unknown where !isFull {
            let near = NearName.of(name, among: known.map(\.rawValue))
            let shown = Excerpt.printable(name)
            report(
                Problem(
                    "field",
                    "\(what) has no field \"\(shown)\"",
                    field: scanner.field.isEmpty ? shown : "\(scanner.field).\(shown)",
                    help: near.map { "did you mean \($0)?" }
                        ?? "known: \(known.map(\.rawValue).joined(separator: ", "))"
                )
            )
        }
    }

    private var isFull: Bool {
        problems.count > Self.mostProblems
    }

    private mutating func list<Element>(
        of wanted: JSONKind,
        _ read: (inout FieldReader) throws(Problem) -> Element?
    ) throws(Problem) -> [Element]? {
        switch try scanner.kind() {
        case .null:
            try scanner.skip()
            return nil
        case .list:
            var elements: [Element] = []
            try scanner.openList()
            while try scanner.nextElement() {
                if let element = try read(&self) { elements.append(element) }
            }
            return elements
        case .object, .string, .number, .boolean:
            try refuse(wanting: wanted, inList: true)
            return nil
        }
    }

    /// Notes that the value that comes next is of the wrong kind, and passes over it.
    private mutating func refuse(
        wanting wanted: JSONKind,
        inList: Bool = false,
        numberPrefix: String = ""
    ) throws(Problem) {
        let kind = try scanner.kind()
        let field = scanner.field
        let start = scanner.place
        try scanner.skip()
        let source = scanner.bytes[start..<scanner.place]
        let isShort = source.count <= Excerpt.reach
        let written = Excerpt.printable(String(decoding: source.prefix(Excerpt.reach), as: UTF8.self))
        let mended: String? =
            switch (kind, wanted) {
            case (.number, .string): isShort ? "\"\(numberPrefix)\(written)\"" : nil
            case (.string, .string), (.object, .object): isShort ? written : "…"
            default: nil
            }
        report(
            Problem(
                "field",
                "\(field) must be \(inList ? wanted.listName : wanted.name), got \(kind.name)",
                field: field,
                help: mended.map { inList ? "write [\($0)]" : "write \($0)" }
            )
        )
    }
}
