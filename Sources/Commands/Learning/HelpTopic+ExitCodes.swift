extension HelpTopic {
    static var exitCodesText: String {
        var table = Table()
        table.add(["  0", "done, and the answer is in the output"])
        for code in Failure.Code.allCases { table.add(["  \(code.rawValue)", code.meaning]) }
        return """
            EXIT CODES

            \(table.lines.joined(separator: "\n"))

            They are those of sysexits.h, so that a script can tell them apart:

              annals show taliban us --at 1990 >state.txt || [ $? -eq 1 ]

            What went wrong is on standard error: what, where, and how to mend it. With
            --json it is one object there, after RFC 9457.
            """
    }
}

extension Failure.Code {
    /// What it says.
    var meaning: String {
        switch self {
        case .no: "a clean no: nothing is known, a difference was found"
        case .usage: "misuse: an option or argument it does not take"
        case .badData: "bad data: a date, an actor, a line that cannot be taken"
        case .noInput: "an input is not there or cannot be read"
        case .unavailable: "no database, or it cannot be reached"
        case .bug: "a bug of annals: please report it"
        case .cannotCreate: "an output cannot be created, or is there already"
        case .inputOutput: "reading or writing failed, as on a full disk"
        case .conflict:
            "in the way of others: look, try again; or accepted, not yet known"
        case .permission: "the database does not allow it"
        case .configuration: "the database, its settings, a pooler or a clock do not fit annals"
        case .interrupted: "stopped by you; nothing is half written"
        }
    }
}
