import Testing

@testable import Annals

@Suite struct `A draft of an actor` {
    @Test func `is taken with all it says`() throws {
        let entry = try ActorDraft.written().checked().get()
        #expect(entry.actor.slug == "taliban")
        #expect(entry.kind == .armedGroup)
        #expect(
            entry.findableNames == ["taliban", "Taliban", "Islamic Emirate of Afghanistan", "plover:AFGREB"]
        )
    }

    @Test func `may say no more than whom it is about`() throws {
        var draft = ActorDraft()
        draft.actor = "taliban"
        #expect(try draft.checked().get().findableNames == ["taliban"])
    }

    @Test(
        arguments: [
            ("actor", .written { $0.actor = "The Taliban" }), ("actor", .written { $0.actor = "" }),
            ("kind", .written { $0.kind = "militia" }),
            ("name", .written { $0.name = " " }), ("name", .written { $0.name = "a\u{0}" }),
            ("aliases[1]", .written { $0.aliases = ["a", ""] }),
            ("aliases[0]", .written { $0.aliases = ["\u{0}a"] }),
            ("codes[0]", .written { $0.codes = ["AFGREB"] }),
            ("codes[0]", .written { $0.codes = ["plover:"] }), ("codes[0]", .written { $0.codes = [":AFG"] }),
            ("codes[0]", .written { $0.codes = ["a:b:c"] }),
            ("codes[0]", .written { $0.codes = ["plover:A B"] }),
            ("codes[0]", .written { $0.codes = ["Plover:A"] }),
            ("codes[0]", .written { $0.codes = ["plover:A\u{0}"] }),
        ] as [(String, ActorDraft)]
    )
    func `is refused with the field and how to mend it`(
        _ field: String,
        _ draft: ActorDraft
    ) {
        let problems = problems(of: draft)
        #expect(problems.map(\.field) == [field])
        #expect(problems.first?.help?.isEmpty == false)
    }

    @Test func `is told everything that is wrong with it`() {
        let draft = ActorDraft.written {
            $0.actor = "T"
            $0.kind = "militia"
            $0.name = ""
            $0.aliases = [""]
            $0.codes = ["x"]
        }
        #expect(problems(of: draft).map(\.field) == ["actor", "kind", "name", "aliases[0]", "codes[0]"])
    }

    private func problems(of draft: ActorDraft) -> [Problem] {
        if case .failure(let problems) = draft.checked() { problems.list } else { [] }
    }
}

extension ActorDraft {
    /// The draft of the Taliban, and whatever else is written into it.
    fileprivate static func written(_ write: (inout ActorDraft) -> Void = { _ in }) -> ActorDraft {
        var draft = ActorDraft()
        draft.actor = "taliban"
        draft.name = "Taliban"
        draft.kind = "armed-group"
        draft.aliases = ["Islamic Emirate of Afghanistan"]
        draft.codes = ["plover:AFGREB"]
        write(&draft)
        return draft
    }
}
