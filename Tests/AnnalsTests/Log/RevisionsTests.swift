import Testing

@testable import Annals

@Suite struct `The revisions of an event` {
    private let event = EventID(high: 1, low: 2)

    @Test func `are none without entries`() {
        #expect(Revisions([]) == nil)
    }

    @Test func `come first to last, however they are given`() throws {
        let recorded = try recorded()
        let corrected = try #require(recorded.correcting(to: said("later"), because: "a better source"))
        let revisions = try #require(Revisions([corrected] + recorded.entries))
        #expect(revisions.entries.map(\.revision) == [1, 2])
        #expect(revisions == recorded.adding(corrected))
        #expect(revisions.content == (try said("later")))
    }

    @Test func `go on with a correction`() throws {
        let entry = try #require(try recorded().correcting(to: said("later"), because: "a better source"))
        #expect(
            entry
                == Entry(
                    event: event,
                    revision: 2,
                    kind: .corrected,
                    reason: "a better source",
                    content: try said("later")
                )
        )
    }

    @Test func `go on with a retraction, which says nothing`() throws {
        let recorded = try recorded()
        let entry = try #require(recorded.retracting(because: "a hoax"))
        #expect(entry == Entry(event: event, revision: 2, kind: .retracted, reason: "a hoax", content: nil))
        let revisions = recorded.adding(entry)
        #expect(revisions.content == nil)
        #expect(revisions.lastContent == (try said("first")))
    }

    @Test func `take the same once`() throws {
        let recorded = try recorded()
        let corrected = recorded.adding(
            try #require(recorded.correcting(to: said("later"), because: "a slip"))
        )
        #expect(try corrected.correcting(to: said("later"), because: "a slip") == nil)
        #expect(try corrected.correcting(to: said("later"), because: "another slip")?.revision == 3)
        #expect(try corrected.correcting(to: said("first"), because: "a slip")?.revision == 3)

        let retracted = recorded.adding(try #require(recorded.retracting(because: "a hoax")))
        #expect(retracted.retracting(because: "a hoax") == nil)
        #expect(retracted.retracting(because: "another hoax")?.revision == 3)
    }

    @Test func `bring a retracted event back, and take it away again`() throws {
        let recorded = try recorded()
        let retracted = recorded.adding(try #require(recorded.retracting(because: "a hoax")))
        let content = try #require(retracted.lastContent)
        let back = retracted.adding(try #require(retracted.correcting(to: content, because: "no hoax")))
        #expect(back.latest.revision == 3)
        #expect(back.content == content)
        let again = back.adding(try #require(back.retracting(because: "a hoax")))
        #expect(again.latest.revision == 4)
        #expect(again.content == nil)
        #expect(again.lastContent == content)
    }

    private func said(_ title: String) throws -> EntryContent {
        .event(try EventDraft.written { $0.title = title }.event())
    }

    private func recorded() throws -> Revisions {
        let entry = Entry(event: event, revision: 1, kind: .recorded, reason: nil, content: try said("first"))
        return try #require(Revisions([entry]))
    }
}
