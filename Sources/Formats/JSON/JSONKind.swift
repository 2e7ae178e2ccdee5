/// The kinds of value JSON knows.
package enum JSONKind {
    case object, list, string, number, boolean, null

    /// The kind as a sentence names it.
    var name: String {
        switch self {
        case .object: "an object"
        case .list: "a list"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        }
    }

    /// A list of nothing but this, as a sentence names it.
    var listName: String {
        switch self {
        case .object: "a list of objects"
        case .string: "a list of strings"
        case .list, .number, .boolean, .null: "a list"
        }
    }
}
