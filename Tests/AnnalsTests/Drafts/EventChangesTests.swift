import Testing

@testable import Annals

@Suite struct `Changes to an event` {
    @Test func `leave alone what they do not mention`() {
        #expect(EventChanges().applied(to: full) == full)
    }

    @Test func `set a field, or empty it`() {
        var changes = EventChanges()
        changes.on = .set("2013-06-18")
        changes.note = .set(nil)
        changes.effects = .set([])
        changes.recipients = .set([])
        var expected = full
        expected.on = "2013-06-18"
        expected.note = nil
        expected.effects = []
        expected.recipients = []
        #expect(changes.applied(to: full) == expected)
    }

    @Test func `reach every field`() {
        var changes = EventChanges()
        changes.on = .set(full.on)
        changes.actors = .set(full.actors)
        changes.recipients = .set(full.recipients)
        changes.type = .set(full.type)
        changes.mode = .set(full.mode)
        changes.contexts = .set(full.contexts)
        changes.title = .set(full.title)
        changes.note = .set(full.note)
        changes.modality = .set(full.modality)
        changes.grade = .set(full.grade)
        changes.reported = .set(full.reported)
        changes.tags = .set(full.tags)
        changes.effects = .set(full.effects)
        changes.sources = .set(full.sources)
        #expect(changes.applied(to: EventDraft()) == full)
        // A field the draft gets one day must come here too.
        #expect(Mirror(reflecting: changes).children.count == Mirror(reflecting: full).children.count)
    }

    /// A draft in which no field is as it is in an empty one.
    private let full = EventDraft.written {
        $0.type = "CONSULT"
        $0.mode = "visit"
        $0.contexts = ["diplomatic"]
        $0.note = "a note"
        $0.modality = "reported"
        $0.grade = "B2"
        $0.reported = "2022"
        $0.tags = ["doha"]
        $0.effects = [.written("dialogue", "direct")]
        $0.sources = [Source(title: "A", publisher: nil, url: nil, published: nil, locator: nil)]
    }
}
