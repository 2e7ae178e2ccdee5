/// A text of an event that a redaction erases, in every entry before it that has it.
public enum ErasedText: Hashable, Sendable {
    /// What happened, in a line.
    case title
    /// More about it.
    case note
    /// Why the event was corrected, retracted or redacted: in one revision, or in all.
    case reason(ofRevision: Int?)

    /// What stands where an erased text stood.
    public static let mark = "(erased)"

    /// As the log writes it: `title`, `note`, `reason`, `reason/2`; nil when it is none of these.
    public init?(_ name: String) {
        switch name {
        case "title": self = .title
        case "note": self = .note
        case "reason": self = .reason(ofRevision: nil)
        default:
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "reason", let revision = Int(parts[1]), revision > 0,
                name == "reason/\(revision)"
            else { return nil }
            self = .reason(ofRevision: revision)
        }
    }

    /// As the log writes it.
    public var name: String {
        switch self {
        case .title: "title"
        case .note: "note"
        case .reason(nil): "reason"
        case .reason(let revision?): "reason/\(revision)"
        }
    }
}
