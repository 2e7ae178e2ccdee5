import Annals

/// Why somebody corrects, retracts or erases something.
enum Reason {
    /// The reason given, if it is one.
    static func checked(_ reason: String?) throws(Problems) -> String {
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw Problems([
                Problem(
                    "reason",
                    "a reason is missing",
                    field: "because",
                    help: "say why; the reason stays in the log with the entry"
                )
            ])
        }
        guard !reason.utf8.contains(0) else {
            throw Problems([
                Problem(
                    "text",
                    "because has a NUL character, which PostgreSQL cannot hold",
                    field: "because",
                    help: "leave it out"
                )
            ])
        }
        guard reason.utf8.count <= EventDraft.mostTextBytes else {
            throw Problems([
                Problem(
                    "text",
                    "because is \(reason.utf8.count) bytes long, and \(EventDraft.mostTextBytes) is the most",
                    field: "because",
                    help: "say it in a line, and keep the rest elsewhere"
                )
            ])
        }
        return reason.composed
    }
}
