import Annals
import Testing

@Suite struct `A stream` {
    @Test func `of a relationship is written in slug order, whoever comes first`() throws {
        let (one, other) = (Roster.actor("united-states"), Roster.actor("taliban"))
        let stream = try #require(StreamID(one, other))
        #expect(stream == StreamID(other, one))
        #expect(stream.name == "taliban/united-states")
        #expect(stream.description == "taliban/united-states")
        #expect(stream.isRelationship)
        #expect(stream.actors.map(\.slug) == ["taliban", "united-states"])
    }

    @Test func `of one actor is its slug`() {
        let stream = StreamID(Roster.actor("taliban"))
        #expect(stream.name == "taliban")
        #expect(!stream.isRelationship)
    }

    @Test func `relates nobody to themselves`() {
        #expect(StreamID(Roster.actor("taliban"), Roster.actor("taliban")) == nil)
    }

    @Test(arguments: ["taliban", "taliban/united-states", "a/a-b", "a/b"])
    func `is read from its name`(_ name: String) {
        #expect(StreamID(name)?.name == name)
    }

    @Test(arguments: [
        "", "/", "taliban/", "/taliban", "united-states/taliban", "taliban/taliban", "a/b/c", "Taliban",
        "a//b", "a /b",
    ])
    func `is read from nothing else`(_ name: String) {
        #expect(StreamID(name) == nil)
    }

    @Test func `comes in the order of its name's bytes`() {
        let names = ["a-b/c", "a", "a/b", "a1", "b"]
        #expect(names.map(Roster.stream).sorted().map(\.name) == ["a", "a-b/c", "a/b", "a1", "b"])
    }
}
