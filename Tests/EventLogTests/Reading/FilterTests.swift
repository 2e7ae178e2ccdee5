import Annals
import EventLog
import Postgres
import Support
import Testing

/// Entries of one log asked for in every way, against a look at each entry of it.
@Suite struct `entries asked for` {
    /// A log of 300 entries: much of it between two actors, much about others, some of whom meet once.
    private static let record = Result {
        let database = try TestDatabase()
        let log = try database.openLog()
        var random = SplitMix64(seed: 17)
        var standing: [PendingEntry] = []
        let actors = (0..<40).map { "actor-\($0)" }
        while try log.head().position.rawValue < 300 {
            let batch = try (0..<20).map { number -> PendingEntry in
                if number.isMultiple(of: 5), let before = standing.popLast() { return before.retracting() }
                let others = actors.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
                let event: Event = try .sample { draft in
                    if number.isMultiple(of: 2) { draft.recipients = Array(others) }
                    if number == 7 { draft.recipients = [] }
                }
                return PendingEntry(
                    PendingEntry.recording(event).entry,
                    replacing: nil,
                    appendedBy: ["ada", "bob", "cleo"].randomElement(using: &random) ?? "ada",
                    origin: "cli"
                )
            }
            try log.record(batch)
            standing += batch.filter { $0.entry.kind == .recorded }.prefix(2)
        }
        return (database, all: try log.entries(after: .zero, upTo: try log.head().position, limit: 1000))
    }

    /// Whether an entry is asked for, by its words.
    private func isAsked(_ logged: LoggedEntry, _ filter: EntryFilter) -> Bool {
        let touches =
            switch filter.subject {
            case .anything: true
            case .stream(let stream): logged.streams.map(\.name).contains(stream.name)
            case .everything(let actor):
                logged.streams.contains { stream in
                    stream.name.split(separator: "/").contains { $0 == actor.slug }
                }
            }
        return touches && (filter.author.map { $0 == logged.appendedBy } ?? true)
            && (filter.kinds.isEmpty || filter.kinds.contains(logged.entry.kind))
    }

    private func randomFilter(_ random: inout SplitMix64) throws -> EntryFilter {
        let slug = ["taliban", "united-states", "actor-7", "actor-8", "nobody"].randomElement(using: &random)
        let actor = try #require(ActorID(slug ?? ""))
        let streams = ["taliban/united-states", "actor-3/taliban", "actor-1/actor-2", "taliban"]
        let stream = try StreamID.named(streams.randomElement(using: &random) ?? "taliban")
        let subjects: [EntryFilter.Subject] = [.anything, .stream(stream), .everything(of: actor)]
        return EntryFilter(
            subjects.randomElement(using: &random) ?? .anything,
            by: [nil, nil, "ada", "nobody"].randomElement(using: &random) ?? nil,
            kinds: [[], [], [.recorded], [.retracted, .corrected]].randomElement(using: &random) ?? []
        )
    }

    @Test(arguments: UInt64(1)...60)
    func `are those that fit, in order, by pages of any size`(seed: UInt64) throws {
        let (database, all) = try Self.record.get()
        var random = SplitMix64(seed: seed)
        let filter = try randomFilter(&random)
        let after = Position(rawValue: [0, 0, 1, 150, 299].randomElement(using: &random) ?? 0)
        let last = Position(rawValue: [300, 300, 280, 1, 0].randomElement(using: &random) ?? 300)
        let most = [1, 2, 7, 100, 1000].randomElement(using: &random) ?? 1000
        let log = try database.openLog()
        var read: [Int64?] = []
        try log.forEachPage(of: filter, after: after, upTo: last, most: most) { page in
            #expect((1...most).contains(page.count))
            #expect(page.allSatisfy(filter.includes))
            read += page.map { $0.position?.rawValue }
        }
        let fitting = all.filter { logged in
            guard let position = logged.position else { return false }
            return position > after && position <= last && isAsked(logged, filter)
        }
        #expect(read == fitting.map { $0.position?.rawValue }, "\(filter)")
    }

    @Test(arguments: UInt64(1)...60)
    func `end with so many, counted from a position back`(seed: UInt64) throws {
        let (database, all) = try Self.record.get()
        var random = SplitMix64(seed: seed)
        let filter = try randomFilter(&random)
        let last = Position(rawValue: [300, 280, 1, 0].randomElement(using: &random) ?? 300)
        let count = [1, 2, 10, 100, 10_000].randomElement(using: &random) ?? 1
        let log = try database.openLog()
        let start = try log.position(beforeLast: count, of: filter, upTo: last)
        let fitting = all.filter { ($0.position ?? .zero) <= last && isAsked($0, filter) }
        let wanted = fitting.suffix(count).map(\.position)
        #expect(fitting.map(\.position).filter { ($0 ?? .zero) > start } == wanted, "\(filter)")
    }
}

extension Position {
    fileprivate static let zero = Position(rawValue: 0)
}
