import Annals
import EventLog

/// What an audit found, for people.
enum AuditText {
    /// Differing places shown in full; the rest is counted.
    private static let mostShown = 50

    /// In a line: one of several files.
    static func line(_ audit: Result<Audit, Failure>, of file: String) -> String {
        let verdict =
            switch audit {
            case .success(let audit): audit.verdict
            case .failure(let failure): failure.items.first?.problem.message ?? "cannot be audited"
            }
        return "\(Printable.line(file))  \(Printable.line(verdict))"
    }

    /// In full.
    static func lines(_ audit: Audit) -> [String] {
        let question = audit.receipt.question
        let clocks = question.spokenClocks + ["rulebook \(audit.receipt.rulebook)"]
        var lines = [question.command, clocks.joined(separator: " · ")]
        lines += question.spreadLines
        lines += ["", audit.verdict]
        if !audit.differences.isEmpty { lines += [""] + table(audit.differences) }
        let entries = (audit.flawed + audit.causes + audit.redactions).map(told)
        if !entries.isEmpty { lines += [""] + entries.prefix(mostShown) }
        if !audit.isSame { lines += ["", audit.conclusion] }
        return lines
    }

    private static func table(_ differences: [Difference]) -> [String] {
        var table = Table()
        table.add(["WHERE", "RECEIPT", "LOG", "BECAUSE"])
        for difference in differences.prefix(mostShown) {
            table.add([
                Printable.line(difference.path.joined(separator: " · "), most: 90),
                shown(difference.receipt), shown(difference.log),
                difference.positions.map(\.description).joined(separator: ", "),
            ])
        }
        let more = differences.count - mostShown
        return table.lines + (more > 0 ? ["… and \(more) more"] : [])
    }

    private static func shown(_ value: JSONValue?) -> String {
        switch value {
        case nil, .null: "—"
        case .string(let text): Printable.line(text, most: 60)
        case let value?: Printable.line(value.line, most: 60)
        }
    }

    private static func told(_ entry: SealedEntry) -> String {
        let who = "\(entry.position), event \(entry.event), by \(Printable.line(entry.appendedBy, most: 40))"
        return "\(who): \(Printable.line(entry.flawText, most: 200))"
    }
}

extension SealedEntry {
    /// What is wrong with it, as the rest of a sentence about it.
    var flawText: String {
        switch flaw {
        case nil where !(logged?.entry.erases ?? []).isEmpty: "erased the \(logged?.entry.erasedNames ?? "")"
        case nil where erased != .none: "a text of it was erased, the rest is as it was sealed"
        case nil: "as it was sealed"
        case .digest: "changed after it was sealed: what it says does not give its digest"
        case .leaf: "changed after it was sealed: its digest and times do not give its leaf"
        case .unreadable(let reason): "changed after it was sealed: it cannot be read, \(reason)"
        }
    }
}

extension Audit {
    /// In a line: the same, or how much differs.
    var verdict: String {
        let from = entries == 1 ? "one entry" : "\(entries) entries"
        let head = receipt.question.clocks.head.position
        if isSame { return "the same: answered again from \(from); the log up to \(head) is as it was" }
        if isSameButErased {
            let texts = differences.count == 1 ? "one text" : "\(differences.count) texts"
            return "the same but for \(texts) erased since: answered again from \(from)"
        }
        let places =
            switch differences.count {
            case 0: "the answer is the same, but not what it rests on"
            case 1: "differs in one place"
            case let count: "differs in \(count) places"
            }
        let flaws =
            switch flawed.count {
            case 0: ""
            case 1: "; one entry was changed after it was sealed"
            case let count: "; \(count) entries were changed after they were sealed"
            }
        return places + flaws
            + (flawed.isEmpty && logState != .same ? "; \(logState.text) up to \(head)" : "")
    }

    /// What follows from what was found.
    var conclusion: String {
        let head = receipt.question.clocks.head.position
        switch logState {
        case .rewritten, .incomplete:
            return """
                Up to \(head) \(logState.text): its Merkle root there is not the one in the receipt. What was \
                recorded has been changed, or this is a copy of the log that went another way.
                """
        case .same where isSameButErased:
            return """
                The log up to \(head) is as it was when the receipt was given, but for what was erased: of that it \
                keeps hashes, which still give its Merkle root.
                """
        case .same where flawed.isEmpty:
            return """
                The log up to \(head) is as it was when the receipt was given, so the answer did not follow it: the \
                projections were wrong (see annals replay --check), or the receipt was forged.
                """
        case .same:
            return
                "The Merkle root of the log up to \(head) is the one in the receipt: the entries above were changed."
        }
    }
}

extension Audit.LogState {
    /// As the rest of a sentence.
    var text: String {
        switch self {
        case .same: "the log is as it was"
        case .rewritten: "the log is not as it was"
        case .incomplete: "entries are missing from the log"
        }
    }
}
