import FoundationEssentials
import Support

/// How a command ended, and what it wrote.
struct Outcome {
    /// Its exit code; the negative number of the signal that ended it.
    let status: Int32
    /// What it wrote to standard output.
    let output: String
    /// What it wrote to standard error.
    let errors: String

    /// The lines of the output, without a last empty one.
    var lines: [String] {
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The output read as one JSON value.
    var json: Tree {
        get throws { try Tree(output) }
    }

    /// The output read as JSON lines.
    var jsonLines: [Tree] {
        get throws { try lines.map { try Tree($0) } }
    }

    /// What was wrong, as a program reads it with `--json`.
    var problem: Tree {
        get throws { try Tree(errors) }
    }
}

extension ProgramRun {
    /// Waits for its end.
    func wait() throws -> Outcome {
        let end = try end()
        return Outcome(status: end.status, output: end.output, errors: end.errors)
    }
}

/// JSON as a test reads it: `tree["facets"][0]["value"] == "war"`.
enum Tree: Hashable, Decodable {
    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case array([Tree])
    case object([String: Tree])

    init(_ text: String) throws {
        self = try JSONDecoder().decode(Tree.self, from: Data(text.utf8))
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([Tree].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: Tree].self))
        }
    }

    /// The member of an object; null where there is none.
    subscript(key: String) -> Tree {
        if case .object(let members) = self { members[key] ?? .null } else { .null }
    }

    /// The element of an array; null where there is none.
    subscript(index: Int) -> Tree {
        array.indices.contains(index) ? array[index] : .null
    }

    /// The elements of an array; none for anything else.
    var array: [Tree] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The keys of an object, in order.
    var keys: [String] {
        if case .object(let members) = self { members.keys.sorted() } else { [] }
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }
}

extension Tree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
    init(stringLiteral text: String) { self = .string(text) }
    init(integerLiteral number: Int) { self = .number(number) }
    init(booleanLiteral bool: Bool) { self = .bool(bool) }
    init(arrayLiteral elements: Tree...) { self = .array(elements) }
    init(nilLiteral: ()) { self = .null }
}
