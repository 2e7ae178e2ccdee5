import Annals
import Support
import Testing

@testable import Formats

/// A table nobody made for us: 90,730 events, in columns of which most are ours already.
@Suite(.enabled(if: TestData.has(file), "\(file) is not among the test data"))
struct `Events of 2014 in a spreadsheet` {
    @Test func `are read to the last row, with a map of two columns`() throws {
        let map = "cameo_name = title\nseq = id"
        let reading = try Reading(Array(try TestData.contents(of: file)), map: map)
        #expect(reading.format == RecognisedFormat(format: .csv, separator: 9, quoted: true, hasHeader: true))
        #expect(reading.said == [])
        #expect(reading.rows.count == 90_730)
        #expect(Set(reading.rows.map(\.key)).count == 90_730)
        #expect(reading.drafts.allSatisfy { $0.actors.count == 1 && $0.recipients.count == 1 })
        #expect(reading.traps.keys.allSatisfy { $0 == .sharpenedDate || $0 == .swappedCodes })
    }
}

private let file = "icews14/icews14_events.tsv"
