extension JSONLine {
    /// Everything a line may say, in the order it is written.
    enum Key: String, CaseIterable {
        case actor, name, kind, aliases, codes
        case id, correct, retract, because
        case on, actors, recipients, type, mode, contexts, title, note, modality, grade, reported, tags
        case effects, sources

        /// Whether the key alone says what kind of line this is.
        var isHead: Bool {
            self == .actor || self == .correct || self == .retract
        }
    }

    /// The four kinds of line.
    enum Kind: CaseIterable {
        case actor, event, correction, retraction

        /// The kind as a sentence names it.
        var name: String {
            switch self {
            case .actor: "an actor"
            case .event: "an event"
            case .correction: "a correction"
            case .retraction: "a retraction"
            }
        }

        /// What such a line may say.
        var keys: [Key] {
            Key.allCases.filter(allows)
        }

        /// Whether such a line may say this.
        func allows(_ key: Key) -> Bool {
            switch key {
            case .actor, .name, .kind, .aliases, .codes: self == .actor
            case .id: self == .event
            case .correct: self == .correction
            case .retract: self == .retraction
            case .because: self == .correction || self == .retraction
            default: self == .event || self == .correction
            }
        }
    }
}
