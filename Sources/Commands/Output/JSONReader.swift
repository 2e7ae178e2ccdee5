import Annals
import Formats

/// Reads JSON of the kind annals writes: no key twice in an object, no number but whole ones.
struct JSONReader {
    private var scanner: JSONScanner

    /// Reads a text that is one value.
    static func read(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        var reader = JSONReader(scanner: try JSONScanner(bytes[...]))
        let value = try reader.value()
        try reader.scanner.finish()
        return value
    }

    private mutating func value() throws(Problem) -> JSONValue {
        switch try scanner.kind() {
        case .object: return .object(try members())
        case .list:
            var items: [JSONValue] = []
            try scanner.openList()
            while try scanner.nextElement() { items.append(try value()) }
            return .array(items)
        case .string: return .string(try scanner.string())
        case .number:
            let written = try word()
            guard let number = Int(written) else {
                throw Problem("json", "\(written.prefix(40)) is not a whole number annals writes")
            }
            return .number(number)
        case .boolean: return .bool(try word() == "true")
        case .null:
            try scanner.skip()
            return .null
        }
    }

    private mutating func members() throws(Problem) -> [(key: String, value: JSONValue)] {
        var members: [(key: String, value: JSONValue)] = []
        var keys: Set<String> = []
        try scanner.openObject()
        while let key = try scanner.nextKey() {
            guard keys.insert(key).inserted else {
                throw Problem("json", "\"\(key.prefix(40))\" stands twice")
            }
            members.append((key, try value()))
        }
        return members
    }

    /// The number or word that comes next, as written.
    private mutating func word() throws(Problem) -> String {
        let start = scanner.place
        try scanner.skip()
        return String(decoding: scanner.bytes[start..<scanner.place], as: UTF8.self)
    }
}
