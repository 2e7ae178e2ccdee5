/// What help tells beside the commands: 80 columns of plain text each.
enum HelpTopic: String, CaseIterable {
    case dates
    case exitCodes = "exit-codes"
    case formats
    case environment

    /// What it is about, in a line.
    var abstract: String {
        switch self {
        case .dates: "how dates are written and what they mean; the two clocks"
        case .exitCodes: "what each exit code says"
        case .formats: "what --format gives, and for whom; what append and import read"
        case .environment: "the variables that are heeded"
        }
    }

    /// All of it.
    var text: String {
        switch self {
        case .dates: Self.datesText
        case .exitCodes: Self.exitCodesText
        case .formats: Self.formatsText
        case .environment: Self.environmentText
        }
    }

    /// All topics in a line.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// All topics, each with what it is about.
    static var overview: String {
        var table = Table()
        for topic in allCases { table.add(["  \(topic.rawValue)", topic.abstract]) }
        return (["TOPICS: annals help TOPIC"] + table.lines).joined(separator: "\n")
    }
}
