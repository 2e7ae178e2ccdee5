import Annals
import Formats
import Support

/// Lines nobody would think of.
struct RandomLines {
    var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// A line of any kind.
    mutating func line() -> JSONLine {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            var draft = ActorDraft()
            draft.actor = text()
            draft.name = perhaps { $0.text() }
            draft.kind = perhaps { $0.text() }
            draft.aliases = texts()
            draft.codes = texts()
            return .actor(draft)
        case 1: return .event(id: perhaps { $0.text() }, changes().applied(to: EventDraft()))
        case 2: return .correction(of: text(), because: perhaps { $0.text() }, changes())
        default: return .retraction(of: text(), because: perhaps { $0.text() })
        }
    }

    private mutating func changes() -> EventChanges {
        var changes = EventChanges()
        changes.on = change { $0.perhaps { $0.text() } }
        changes.actors = change { $0.texts() }
        changes.recipients = change { $0.texts() }
        changes.type = change { $0.perhaps { $0.text() } }
        changes.mode = change { $0.perhaps { $0.text() } }
        changes.contexts = change { $0.texts() }
        changes.title = change { $0.perhaps { $0.text() } }
        changes.note = change { $0.perhaps { $0.text() } }
        changes.modality = change { $0.perhaps { $0.text() } }
        changes.grade = change { $0.perhaps { $0.text() } }
        changes.reported = change { $0.perhaps { $0.text() } }
        changes.tags = change { $0.texts() }
        changes.effects = change { $0.perhaps { $0.list { $0.effect() } } }
        changes.sources = change { $0.list { $0.source() } }
        return changes
    }

    private mutating func effect() -> EffectDraft {
        var draft = EffectDraft()
        draft.facet = perhaps { $0.text() }
        draft.key = perhaps { $0.text() }
        draft.from = perhaps { $0.text() }
        draft.to = perhaps { $0.text() }
        draft.value = perhaps { $0.text() }
        draft.begin = perhaps { $0.text() }
        draft.end = perhaps { $0.text() }
        draft.claimant = perhaps { $0.text() }
        draft.terms = texts()
        return draft
    }

    private mutating func source() -> Source {
        Source(
            title: text(),
            publisher: perhaps { $0.text() },
            url: perhaps { $0.text() },
            published: perhaps { $0.text() },
            locator: perhaps { $0.text() }
        )
    }

    private mutating func text() -> String {
        let pieces = [
            "taliban", "2013", "\"", "\\", "/", "\u{0}", "\u{1F}", "\u{7F}", "\n", "\r\n", "\t", "é",
            "e\u{301}", "’",
            "政", "😀", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "\u{2028}", "\u{FEFF}", "\\u0041", "{", "]", ",",
            ":", " ",
        ]
        let count = Int.random(in: 0..<6, using: &random)
        return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    private mutating func texts() -> [String] {
        list { $0.text() }
    }

    private mutating func list<Element>(_ make: (inout RandomLines) -> Element) -> [Element] {
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in make(&self) }
    }

    private mutating func perhaps<Value>(_ make: (inout RandomLines) -> Value) -> Value? {
        Bool.random(using: &random) ? make(&self) : nil
    }

    private mutating func change<Value>(_ make: (inout RandomLines) -> Value) -> EventChanges.Change<Value> {
        Bool.random(using: &random) ? .set(make(&self)) : .keep
    }
}
