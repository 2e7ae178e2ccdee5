import Annals

/// Type, mode and contexts in the words of whichever PLOVER manual a file was coded with.
///
/// The manual of 2021 has sixteen types; the files of POLECAT were begun with eighteen. Its table of equivalents
/// makes DEMAND a REQUEST, and DISAPPROVE and INVESTIGATE each an ACCUSE, in the mode of the same name; on CRIME
/// it says that there is no such type any more, and names the context. Words that no manual has stay in tags.
struct PLOVERWords: Sendable {
    /// The type; nil for those that are none today.
    let type: EventType?
    /// The mode, one of the type's.
    let mode: String?
    /// The contexts.
    let contexts: [Context]
    /// The words that had no place.
    let tags: [String]
    /// What its reader should know.
    let traps: [ImportTrap]

    /// Reads the three cells of a row.
    init(type written: String, mode writtenMode: String?, contexts writtenContexts: String?) {
        let word = written.trimmed.uppercased()
        var mode = Self.word(writtenMode)
        var contexts: [Context] = []
        var tags: [String] = []
        var isUnknown = false
        for name in (writtenContexts ?? "").split(whereSeparator: { $0 == ";" || $0 == "," }) {
            guard let name = Self.word(String(name)) else { continue }
            if let context = Context(rawValue: name.replacing("-", with: "_")) {
                if !contexts.contains(context) { contexts.append(context) }
            } else {
                tags.append("plover-context:\(name)")
                isUnknown = true
            }
        }
        let isOlder = Self.older.contains(word)
        if isOlder { tags.append("plover:\(word)") }
        switch word {
        case "DEMAND": type = .request
        case "DISAPPROVE", "INVESTIGATE":
            type = .accuse
            mode = mode ?? word.lowercased()
        case "CRIME":
            type = nil
            if !contexts.contains(.crime) { contexts.append(.crime) }
        default: type = EventType(rawValue: word)
        }
        if type == nil, !isOlder {
            tags.append("plover:\(word)")
            isUnknown = true
        }
        if let given = mode, type?.modes[given] == nil {
            tags.append("plover-mode:\(given)")
            isUnknown = isUnknown || !isOlder
            mode = nil
        }
        (self.mode, self.contexts, self.tags) = (mode, contexts, tags)
        traps = (isOlder ? [.olderManual] : []) + (isUnknown ? [.unknownWords] : [])
    }

    private static let older: Set<String> = ["DEMAND", "DISAPPROVE", "INVESTIGATE", "CRIME"]

    private static func word(_ text: String?) -> String? {
        let text = text?.trimmed.lowercased() ?? ""
        return text.isEmpty || text == "none" ? nil : text
    }
}
