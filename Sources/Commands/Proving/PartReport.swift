import Annals
import EventLog
import Postgres

/// Whether a part of a verification ran, and why not.
struct PartReport {
    let part: VerificationPart
    /// The option it was left out for.
    private(set) var option: String?
    /// Why it could not run, or not to its end.
    private(set) var failure: Failure?

    init(_ part: VerificationPart) {
        self.part = part
    }

    init(_ part: VerificationPart, skippedFor option: String) {
        self.part = part
        self.option = option
    }

    init(_ leftOut: VerificationPart.LeftOut) {
        part = leftOut.part
        failure = Self.failure(leftOut)
    }

    private static func failure(_ leftOut: VerificationPart.LeftOut) -> Failure {
        switch (leftOut.part, (leftOut.cause as? PostgresError)?.state) {
        case (.projections, .insufficientPrivilege?):
            Failure(
                .permission,
                "permission",
                "this role may not make temporary tables in this database",
                help: "GRANT TEMPORARY ON DATABASE … TO the role, or verify as another one"
            )
        // A replica says it in other words than a server that is told to be read-only.
        case (.projections, .readOnlyTransaction?), (.projections, "0A000"?):
            Failure(
                .permission,
                "permission",
                "this server is read-only, and a replay needs temporary tables",
                help: "verify on the primary"
            )
        default: Failure(leftOut.cause)
        }
    }

    /// What it looks at.
    var subject: String {
        switch part {
        case .log: "the entries of the log"
        case .links: "how entries and streams are linked"
        case .schema: "the schema that answers"
        case .rulebook: "the rulebook in the database"
        case .sessions: "the settings of sessions"
        case .indexes: "the indexes"
        case .projections: "the projections"
        }
    }

    /// That it was left out, why, and how it can run; nil when it ran, or nobody wanted it.
    var leftOut: String? {
        guard let problem = failure?.items.first?.problem else { return nil }
        let help = problem.help.map { " (\($0))" } ?? ""
        return "Left out: \(subject), because \(Printable.line(problem.message))\(Printable.line(help))."
    }

    /// For programs.
    var json: JSONValue {
        let problem = failure?.items.first?.problem
        return [
            "part": .string(part.rawValue),
            "ran": .bool(option == nil && failure == nil),
            "reason": .optional(option ?? problem?.message),
            "help": .optional(problem?.help),
        ]
    }
}
