import Annals

/// A CAMEO code as it stands in a cell.
struct CAMEOCell: Sendable {
    /// The code; nil when none or more than one can be meant.
    let code: CAMEOCode?
    /// What its reader should know.
    let traps: [ImportTrap]

    /// Reads a code, and compares it with the label that stands beside it.
    init(_ written: String, label: String?) {
        code = CAMEOCode(restoring: written)
        let isRestored = code.map { $0.code != written } ?? false
        traps = (isRestored ? [.lostZero] : []) + (Self.isSwapped(code?.code, label) ? [.swappedCodes] : [])
    }

    /// Whether a code means something else in some code books, and nothing beside it says that it does not.
    private static func isSwapped(_ code: String?, _ label: String?) -> Bool {
        guard let code, code.utf8.count == 3, let word = words[code] else { return false }
        guard let label else { return true }
        return !label.lowercased().contains(word)
    }

    /// What the label of a code says, of those that code books give different meanings.
    private static let words = ["163": "sanction", "164": "negotiation", "165": "mediation", "166": "expel"]
}

extension Problem {
    /// A code that is in no code book, or may have been two.
    static func noCAMEOCode(_ written: String, field: String) -> Problem {
        let shown = Excerpt.printable(written)
        guard CAMEOCode(written) == nil else {
            return Problem(
                "cameo",
                "\(shown) can be the CAMEO code \(shown) or 0\(shown) without its zero",
                field: field,
                help: "take the codes as text from the file they came in: it says 0\(shown) or \(shown)0"
            )
        }
        return Problem(
            "cameo",
            "\"\(shown)\" is not a CAMEO code",
            field: field,
            help: "codes have two to four digits, as in 043 or 1621"
        )
    }
}

extension EventDraft {
    /// Takes type, mode and contexts from a code, and keeps the code itself in a tag, which the rulebook reads.
    mutating func take(_ code: CAMEOCode) {
        type = code.type?.rawValue
        mode = code.mode
        contexts = code.contexts.map(\.rawValue)
        tags.append("cameo:\(code.code)")
    }
}
