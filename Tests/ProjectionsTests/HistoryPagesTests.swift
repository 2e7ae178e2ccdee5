import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `A history read page by page` {
    @Test(arguments: [51, 52, 53, 54] as [UInt64])
    func `is what the log's entries fold to, in any window, as known at any position`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 5, entriesEach: 12)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log, inBatchesOf: 23)
        let history = History(log)
        var random = SplitMix64(seed: seed)
        var found = 0
        for stream in record.streams {
            let folded = try FoldedHistory(stream, log)
            for known in positions(record) {
                for _ in 0..<3 {
                    let days = window(&random)
                    let size = Int.random(in: 1...5, using: &random)
                    let events = folded.events(known: known, begun: days).compactMap(HistoryPlace.init)
                    let place: Comment = "seed \(seed), \(stream) \(known), \(days), \(size) a page"
                    #expect(
                        try places(of: stream, known: known, begun: days, size: size, history) == events,
                        place
                    )
                    let last = try history.lastPage(of: stream, known: known, begun: days, limit: size)
                    #expect(last.compactMap(HistoryPlace.init) == events.suffix(size), place)
                    found += events.count
                }
            }
        }
        #expect(found > 300)
    }

    @Test func `has what may have begun before the window among the first, by whichever precision`() throws {
        var chronicle = Chronicle()
        let dates = [
            "../..", "[..2020]", "19XX", "201X", "2020", "2020-06", "2020-06-30", "2020-07-01",
            "[2020-06-01..]",
            "2020-22", "[2020-06-29..2020-07-02]", "2021", "../2019", "2020-06-30/2020-08",
        ]
        for date in dates { try chronicle.record(.event(on: date, ["qatar"], ["taliban"], title: date)) }
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        func titles(_ first: String, _ last: String) throws -> [String] {
            try History(log).page(
                of: .named("qatar/taliban"),
                known: chronicle.head,
                begun: .written(first) ... .written(last),
                after: nil,
                limit: 20
            ).compactMap(\.entry.content?.event?.title)
        }
        #expect(
            try titles("2020-07-01", "2020-07-31") == [
                "[..2020]", "2020", "2020-22", "[2020-06-01..]", "[2020-06-29..2020-07-02]", "2020-07-01",
            ]
        )
        #expect(try titles("1950-01-01", "1950-01-02") == ["[..2020]", "19XX"])
        #expect(
            try titles("2020-12-31", "2020-12-31") == ["[..2020]", "2020", "[2020-06-01..]"]
        )
        #expect(try titles("2022-01-01", "9999-12-31") == ["[2020-06-01..]"])
    }

    @Test func `is empty where nothing began`() throws {
        let log = try TestDatabase().openLog()
        let everything = Day.distantPast...Day.distantFuture
        let stream = try StreamID.named("qatar/taliban")
        for known in [0, 5].map(Position.init(rawValue:)) {
            #expect(try History(log).all(of: stream, known: known).isEmpty)
            #expect(try History(log).lastPage(of: stream, known: known, begun: everything, limit: 9).isEmpty)
        }
    }

    /// The places of all pages of a size, one after the other.
    private func places(
        of stream: StreamID,
        known: Position,
        begun days: ClosedRange<Day>,
        size: Int,
        _ history: History
    ) throws -> [HistoryPlace] {
        var places: [HistoryPlace] = []
        while true {
            let page = try history.page(
                of: stream,
                known: known,
                begun: days,
                after: places.last,
                limit: size
            ).compactMap(HistoryPlace.init)
            places += page
            #expect(page.count <= size)
            if page.count < size { return places }
        }
    }

    /// Some days, from one that dates lie on or from always, to one or for ever.
    private func window(_ random: inout SplitMix64) -> ClosedRange<Day> {
        func day(_ random: inout SplitMix64, or infinity: Day) -> Day {
            Int.random(in: 0..<4, using: &random) == 0
                ? infinity : RandomRecord.days.randomElement(using: &random) ?? infinity
        }
        let (one, other) = (day(&random, or: .distantPast), day(&random, or: .distantFuture))
        return min(one, other)...max(one, other)
    }

    /// Positions at both ends of the log and between.
    private func positions(_ record: RandomRecord) -> [Position] {
        let head = record.chronicle.head.rawValue
        return (stride(from: 0, to: head, by: 13) + [head - 1, head, .max]).map(Position.init(rawValue:))
    }
}
