import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `canonical bytes` {
    /// The program's from what is appended, and from the stored row; and the database's own.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `are the same from an entry, from its row, and in SQL`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let log = try TestDatabase().openLog()
        var entries: [PendingEntry] = []
        for _ in 0..<60 {
            let before = entries.randomElement(using: &random)
            switch (Int.random(in: 0..<6, using: &random), before) {
            case (0, let before?) where before.entry.revision == 1:
                let known = entries.filter { $0.entry.event == before.entry.event }
                if known.count == 1 { entries.append(before.correcting(to: try .random(using: &random))) }
            case (1, let before?) where before.entry.revision == 1:
                let known = entries.filter { $0.entry.event == before.entry.event }
                if known.count == 1 { entries.append(before.retracting(because: "it was \"nothing\"")) }
            default: entries.append(.recording(try .random(using: &random)))
            }
        }
        for entry in entries { try log.record([entry]) }
        let tampered = TamperedLog(log, try log.checkpoint())
        #expect(try tampered.findings(against: tampered.checkpoint) == [], "seed \(seed)")
        #expect(try tampered.findingsInSQL() == [], "seed \(seed)")
        for (index, entry) in entries.enumerated() {
            let proven = try #require(try log.provenEntry(named: "#\(index + 1)", upTo: nil))
            #expect(
                proven.canonical == CanonicalEntry(entry, salt: proven.salt).bytes,
                "seed \(seed), #\(index + 1)"
            )
        }
    }
}
