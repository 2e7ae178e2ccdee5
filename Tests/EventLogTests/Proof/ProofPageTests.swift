import Annals
import EventLog
import FoundationEssentials
import Postgres
import Testing

/// The worked example of docs/proof.md.
@Suite struct `the page about proofs` {
    @Test func `has an example whose numbers are right`() throws {
        let root = #filePath.split(separator: "Tests/EventLogTests").first ?? ""
        let page = try String(contentsOfFile: root + "docs/proof.md", encoding: .utf8)
        let actor = ActorEntry(
            actor: try #require(ActorID("qatar")),
            name: "Qatar",
            kind: .state,
            aliases: [],
            codes: ["cow:694"]
        )
        let id = EventID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0001)
        let canonical = CanonicalEntry(.registering(actor, as: id))
        let accepted = try #require(Timestamp("2026-11-22T10:00:00Z"))
        let recorded = try #require(Timestamp("2026-11-22T10:00:00.25Z"))
        let digest = try #require(Hash(canonical.digest))
        let leaf = Hash.leaf(digest: digest, acceptedAt: accepted, recordedAt: recorded, appendedAs: "ada")
        let numbers = page.split(separator: "## An example").last?.filter { !$0.isWhitespace } ?? ""
        #expect(numbers.contains(hexadecimal(canonical.bytes)))
        #expect(numbers.contains("digest" + hexadecimal(digest.bytes)))
        #expect(numbers.contains("leaf" + hexadecimal(leaf.bytes)))
        #expect(numbers.contains("root" + hexadecimal(Hash.node(leaf, leaf).bytes)))
        for (name, time) in [("accepted", accepted), ("recorded", recorded)] {
            var bytes: [UInt8] = []
            time.write(to: &bytes)
            #expect(numbers.contains(name + hexadecimal(bytes)))
        }
    }
}
