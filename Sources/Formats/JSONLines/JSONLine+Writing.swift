import Annals

extension JSONLine {
    /// Appends the line as JSON, without a line ending; reading it gives the same line again, unless it is an
    /// event of which nothing at all is said.
    ///
    /// Keys stand in the documented order. What has no value and what is an empty list is left out, except where
    /// that would say something else: no effects (`"effects":[]`) is not effects left to the rulebook, and a
    /// correction says what it empties.
    package func write(to bytes: inout [UInt8]) {
        var writer = JSONWriter(appendingTo: bytes)
        bytes = []
        writer.object { writer in
            switch self {
            case .actor(let draft):
                writer.member(Key.actor.rawValue, draft.actor)
                writer.member(Key.name.rawValue, draft.name)
                writer.member(Key.kind.rawValue, draft.kind)
                writer.member(Key.aliases.rawValue, draft.aliases)
                writer.member(Key.codes.rawValue, draft.codes)
            case .event(let id, let draft):
                writer.member(Key.id.rawValue, id)
                EventChanges(stating: draft).write(to: &writer)
            case .correction(let target, let because, let changes):
                writer.member(Key.correct.rawValue, target)
                writer.member(Key.because.rawValue, because)
                changes.write(to: &writer)
            case .retraction(let target, let because):
                writer.member(Key.retract.rawValue, target)
                writer.member(Key.because.rawValue, because)
            }
        }
        bytes = writer.bytes
    }
}
