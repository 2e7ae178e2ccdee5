/// What an entry's canonical bytes are made of, in their order.
///
/// The names are those of the columns of `annals.entry`.
enum CanonicalField: String, CaseIterable {
    case event = "event_id"
    case revision, kind, reason, erases, occurred, actors, recipients, type, mode, contexts, modality, title,
        note
    case effects, sources, grade, reported, tags, actor
    case appendedBy = "appended_by"
    case origin

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
