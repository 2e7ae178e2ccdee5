/// What the server says of an error or a notice, field by field.
///
/// The fields are those of the protocol ("Error and Notice Message Fields" in PostgreSQL's manual).
package struct ServerMessage: Hashable, Sendable {
    /// How grave it is: `ERROR`, `FATAL`, `WARNING`, `NOTICE`, in English whatever the server's language.
    package var severity: String
    /// The code that programs decide by.
    package var state: SQLState
    /// The primary message, in the server's language.
    package var message: String
    /// A second message with more about the case at hand.
    package var detail: String?
    /// What to do about it.
    package var hint: String?
    /// Where it happened: the stack of active functions, innermost first.
    package var context: String?
    /// The place in the statement, in characters from 1.
    package var position: Int?
    /// The schema of the object concerned.
    package var schema: String?
    /// The table concerned.
    package var table: String?
    /// The column concerned.
    package var column: String?
    /// The constraint concerned.
    package var constraint: String?
    /// The function of the server's source that said it, which no language changes.
    package var routine: String?

    /// Whether the server ends the session after saying it.
    package var endsSession: Bool {
        severity == "FATAL" || severity == "PANIC"
    }
}

extension ServerMessage {
    /// The letters by which the protocol names the fields.
    enum Field: Int32 {
        case severity = 0x56  // V
        case state = 0x43  // C
        case message = 0x4D  // M
        case detail = 0x44  // D
        case hint = 0x48  // H
        case context = 0x57  // W
        case position = 0x50  // P
        case schema = 0x73  // s
        case table = 0x74  // t
        case column = 0x63  // c
        case constraint = 0x6E  // n
        case routine = 0x52  // R
    }

    init(_ field: (Field) -> String?) {
        severity = field(.severity) ?? "ERROR"
        state = SQLState(rawValue: field(.state) ?? "XX000")
        message = field(.message) ?? ""
        detail = field(.detail)
        hint = field(.hint)
        context = field(.context)
        position = field(.position).flatMap { Int($0) }
        schema = field(.schema)
        table = field(.table)
        column = field(.column)
        constraint = field(.constraint)
        routine = field(.routine)
    }
}

extension ServerMessage: CustomStringConvertible {
    /// One line: the message, the code, and the detail and hint if there are any.
    package var description: String {
        var line = "\(message) (SQLSTATE \(state.rawValue))"
        if let detail { line += "; detail: \(detail)" }
        if let hint { line += "; hint: \(hint)" }
        return line.onOneLine
    }
}
