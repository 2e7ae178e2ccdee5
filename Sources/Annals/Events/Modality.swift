/// How an event is claimed.
///
/// Only the first four may set anything.
public enum Modality: String, CaseIterable, Sendable {
    case asserted, reported, alleged, denied
    case predicted, conditional, opinion

    /// Whether an event claimed this way may have effects.
    public var mayHaveEffects: Bool {
        switch self {
        case .asserted, .reported, .alleged, .denied: true
        case .predicted, .conditional, .opinion: false
        }
    }
}
