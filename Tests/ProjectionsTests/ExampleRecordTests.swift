import Annals
import EventLog
import Formats
import FoundationEssentials
import Support
import Testing

@testable import Projections

@Suite struct `The example record` {
    @Test func `is answered alike by the sweep, the database and Answers, before and after its corrections`()
        throws
    {
        let log = try TestDatabase().openLog()
        let chronicle = try Self.chronicle()
        try chronicle.write(to: log)
        let recorded = try #require(chronicle.entries.firstIndex { $0.entry.kind == .corrected })
        let days = try ["1996-12-31", "2001-10-07", "2013-06-30", "2020-03-01", "2021-08-31", "2022-12-31"]
            .map(Day.written)

        var known = KnownLanes()
        for (index, pending) in chronicle.entries.enumerated() {
            known.learn(pending.entry, at: Position(rawValue: Int64(index + 1)))
            guard index + 1 == recorded || index + 1 == chronicle.entries.count else { continue }
            for stream in Set(chronicle.entries.flatMap { $0.streams(.one) }) {
                for day in days {
                    let asOf = AsOf(at: day, known: Position(rawValue: Int64(index + 1)))
                    let swept = known.lanes(of: stream).compactMap { lane, effects in
                        Told(sweeping: effects, of: lane, on: day, title: chronicle.title)
                    }
                    let question = Question(stream: stream, asOf: asOf)
                    let database = try log.answers(to: [question])[question].map { Set($0.values) } ?? []
                    #expect(database == Set(swept), "\(stream) on \(day)")
                    let answers = try Answers(log).state(of: stream, asOf: asOf).lanes.map(Told.init)
                    #expect(Set(answers) == Set(swept), "\(stream) on \(day)")
                }
            }
        }
        for finding in try Replay(log).check().findings {
            #expect(finding.differing == 0, "\(finding.table)")
            #expect(finding.rows > 0 || finding.table == "set_aside", "\(finding.table)")
        }
    }

    /// The record and its corrections, as entries.
    private static func chronicle() throws -> Chronicle {
        let lines = try ["afghanistan.jsonl", "afghanistan-corrections.jsonl"].flatMap(lines)
        var slugs: [FoldedName: ActorID] = [:]
        for case .actor(let draft) in lines {
            let entry = try draft.checked().get()
            for name in entry.findableNames { slugs[FoldedName(name)] = entry.actor }
        }
        func event(_ draft: EventDraft) throws -> Event {
            try draft.checked(rulebook: .one) { name in
                slugs[FoldedName(name)].map(Result.success)
                    ?? .failure(Problem("actor", "nobody is called \(name)"))
            }.get()
        }
        var chronicle = Chronicle()
        var events: [String: EventID] = [:]
        for line in lines {
            switch line {
            case .actor(let draft): try chronicle.say(draft)
            case .event(let id, let draft):
                let recorded = chronicle.record(.event(try event(draft)))
                if let id { events[id] = recorded }
            case .correction(let target, _, let changes):
                let corrected = try #require(events[target])
                let before = try #require(chronicle.content(of: corrected)?.event)
                try chronicle.correct(corrected, to: .event(event(changes.applied(to: EventDraft(before)))))
            case .retraction(let target, _): try chronicle.retract(#require(events[target]))
            }
        }
        return chronicle
    }

    private static func lines(of file: String) throws -> [JSONLine] {
        let folder = URL(filePath: #filePath).appending(path: "../../../Sources/Commands/Examples")
            .standardized
        let bytes = try Data(contentsOf: folder.appending(path: file))
        var splitter = LineSplitter()
        let lines = splitter.lines(in: Array(bytes)[...]) + [splitter.lastLine()].compactMap(\.self)
        return try lines.map { try JSONLine($0.content.get()) }
    }
}
