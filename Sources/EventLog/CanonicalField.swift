/// What an entry's canonical bytes are made of, in their order.
///
/// Numbers, because each is looked for in every row of the log.
package enum CanonicalField: Int, CaseIterable {
    case event, revision, kind, reason, erases, occurred, actors, recipients, type, mode, contexts, modality
    case title, note
    case effects, sources, grade, reported, tags, actor
    case appendedBy, origin

    /// The column of `annals.entry`.
    package var column: String {
        switch self {
        case .event: "event_id"
        case .appendedBy: "appended_by"
        default: "\(self)"
        }
    }

    /// Which of the 48 bytes of salt hide a text that may have to be erased one day.
    var salt: Range<Int>? {
        switch self {
        case .title: 0..<16
        case .note: 16..<32
        case .reason: 32..<48
        default: nil
        }
    }
}
