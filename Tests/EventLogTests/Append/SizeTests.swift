import Annals
import EventLog
import Support
import Testing

/// What the projections cannot hold would be accepted, and then stop the log for everybody.
@Suite struct `more than the projections can hold` {
    @Test func `in a claimant is refused before it is accepted`() throws {
        let claimed = { (claimant: String) in
            try Event.sample { draft in
                var effect = EffectDraft()
                effect.facet = "orientation"
                effect.value = "enemy"
                effect.claimant = claimant
                draft.effects = [effect]
            }
        }
        let log = try TestDatabase().openLog()
        try log.record([.recording(try claimed(noise(bytes: 200)))])
        #expect(throws: Problems.self) { try claimed(noise(bytes: 201)) }
        #expect(try log.flaws() == [])
    }

    @Test(arguments: ["name", "alias", "code"])
    func `in a name of an actor is refused before it is accepted`(field: String) throws {
        let named = { (length: Int) in
            var draft = ActorDraft()
            draft.actor = String(repeating: "a", count: 80)
            switch field {
            case "name": draft.name = noise(bytes: length)
            case "alias": draft.aliases = [noise(bytes: length)]
            default: draft.codes = ["x:" + noise(bytes: length - 2)]
            }
            return try draft.checked().get()
        }
        let log = try TestDatabase().openLog()
        try log.record([.registering(try named(200))])
        #expect(throws: Problems.self) { try named(201) }
        #expect(try log.flaws() == [])
    }

    @Test func `does not come of folding a name`() throws {
        let log = try TestDatabase().openLog()
        var draft = ActorDraft()
        draft.actor = "a"
        // Lower case has more bytes than these have.
        draft.aliases = [String(repeating: "İ", count: 100)]
        try log.record([.registering(try draft.checked().get())])
        #expect(try log.flaws() == [])
    }

    @Test func `of effects is refused before it is accepted`() throws {
        let claiming = { (count: Int) in
            try Event.sample { draft in
                draft.effects = (0..<count).map { number in
                    var effect = EffectDraft()
                    effect.facet = "agreement"
                    effect.key = "treaty \(number)"
                    effect.value = "signed"
                    return effect
                }
            }
        }
        let log = try TestDatabase().openLog()
        try log.record([.recording(try claiming(1000))])
        #expect(throws: Problems.self) { try claiming(1001) }
        #expect(try log.flaws() == [])
    }

    /// Text that does not compress.
    private func noise(bytes: Int) -> String {
        var random = SplitMix64(seed: 7)
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return String((0..<bytes).map { _ in letters.randomElement(using: &random) ?? "x" })
    }
}
