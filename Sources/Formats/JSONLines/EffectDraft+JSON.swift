import Annals

extension EffectDraft {
    private enum Key: String, CaseIterable {
        case facet, key, from, to, value, begin, end, claimant, terms
    }

    /// Reads the object that comes next.
    static func read(from reader: inout FieldReader) throws(Problem) -> EffectDraft {
        var draft = EffectDraft()
        var keys = FieldReader.Keys<Key>()
        try reader.openObject()
        while let key = try reader.nextKey(&keys) {
            switch key {
            case .facet: draft.facet = try reader.text()
            case .key: draft.key = try reader.text()
            case .from: draft.from = try reader.text()
            case .to: draft.to = try reader.text()
            case .value: draft.value = try reader.text()
            case .begin: draft.begin = try reader.text()
            case .end: draft.end = try reader.text()
            case .claimant: draft.claimant = try reader.text()
            case .terms: draft.terms = try reader.texts()
            }
        }
        reader.report(unknown: keys, of: "an effect", known: Key.allCases)
        return draft
    }

    /// Writes the effect as an object.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member(Key.facet.rawValue, facet)
            writer.member(Key.key.rawValue, key)
            writer.member(Key.from.rawValue, from)
            writer.member(Key.to.rawValue, to)
            writer.member(Key.value.rawValue, value)
            writer.member(Key.begin.rawValue, begin)
            writer.member(Key.end.rawValue, end)
            writer.member(Key.claimant.rawValue, claimant)
            writer.member(Key.terms.rawValue, terms)
        }
    }
}
