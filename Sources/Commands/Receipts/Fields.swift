import Annals

/// The members of an object that must have exactly these, but for some it may lack.
struct Fields {
    private let members: [String: JSONValue]
    private let path: String

    /// Takes an object apart.
    ///
    /// - Parameter path: where it stands, as problems name its members.
    init(
        _ value: JSONValue,
        at path: String = "",
        _ keys: [String],
        optional: [String] = []
    ) throws(Problem) {
        guard case .object(let members) = value else {
            throw Problem("receipt", "\(path.isEmpty ? "it" : path) is not an object", field: path)
        }
        self.members = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
        self.path = path.isEmpty ? "" : path + "."
        for key in keys where self.members[key] == nil {
            throw Problem("receipt", "it lacks \(self.path)\(key)", field: self.path + key)
        }
        for (key, _) in members where !keys.contains(key) && !optional.contains(key) {
            let shown = Printable.line(key, most: 40)
            throw Problem(
                "receipt",
                "\(self.path)\(shown) is nothing a receipt has",
                field: self.path + shown
            )
        }
    }

    /// The members of an object in it.
    func fields(_ key: String, _ keys: [String], optional: [String] = []) throws(Problem) -> Fields {
        try Fields(members[key] ?? .null, at: path + key, keys, optional: optional)
    }

    /// Whether it has a member it may lack.
    func has(_ key: String) -> Bool { members[key] != nil }

    /// Each element of a list, with where it stands.
    func list(_ key: String) throws(Problem) -> [(value: JSONValue, path: String)] {
        guard case .array(let items) = members[key] else { throw wrong(key, "a list") }
        return items.enumerated().map { (value: $1, path: "\(path)\(key)[\($0)]") }
    }

    /// Each string of a list, read as something.
    func texts<Value>(_ key: String, _ what: String, _ read: (String) -> Value?) throws(Problem) -> [Value] {
        var values: [Value] = []
        for (item, place) in try list(key) {
            guard case .string(let text) = item, let value = read(text) else {
                throw Problem("receipt", "\(place) is not \(what)", field: place)
            }
            values.append(value)
        }
        return values
    }

    /// Whether it is null.
    func isNull(_ key: String) -> Bool {
        if case .null = members[key] { true } else { false }
    }

    /// A string, read as something; nil for null.
    func optional<Value>(_ key: String, _ what: String, _ read: (String) -> Value?) throws(Problem) -> Value?
    {
        isNull(key) ? nil : try text(key, what, read)
    }

    /// A string, read as something.
    func text<Value>(_ key: String, _ what: String, _ read: (String) -> Value?) throws(Problem) -> Value {
        guard case .string(let text) = members[key], let value = read(text) else { throw wrong(key, what) }
        return value
    }

    /// A number from 0.
    func number(_ key: String) throws(Problem) -> Int {
        guard case .number(let number) = members[key], number >= 0 else {
            throw wrong(key, "a number from 0")
        }
        return number
    }

    /// True or false.
    func flag(_ key: String) throws(Problem) -> Bool {
        guard case .bool(let flag) = members[key] else { throw wrong(key, "true or false") }
        return flag
    }

    private func wrong(_ key: String, _ what: String) -> Problem {
        Problem("receipt", "\(path)\(key) is not \(what)", field: path + key)
    }
}
