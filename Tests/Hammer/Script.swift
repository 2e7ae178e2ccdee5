import Annals
import Support

/// What one writer writes: events with ids of its own over few relationships and over many, corrections,
/// retractions, and retractions of retractions.
///
/// Its next entry of an event comes only after the one before has been acknowledged, so that everything can be
/// sent again as it is.
struct Script {
    /// A line of input, and the entry it asks for.
    struct Line: Sendable {
        let json: String
        let key: LogKey
    }

    /// The actors there are.
    static let actors = (0..<300).map { "actor-\($0)" }

    private let writer: UInt64
    private var random: SplitMix64
    private var events: [Written] = []

    /// One of its events, as its last entry left it.
    private struct Written {
        var key: LogKey
        var isRetracted = false
        /// Where its last entry is in the log, when annals said so.
        var position: Int64?
    }

    init(writer: Int, seed: UInt64) {
        self.writer = UInt64(writer)
        random = SplitMix64(seed: seed &* 1_000 &+ self.writer)
    }

    /// Two actors of whom everybody writes.
    static let contended = [actors[0], actors[1]]

    /// The next so many lines.
    ///
    /// - Parameter others: lines sent with them, whose events they leave alone.
    mutating func lines(_ count: Int, beside others: [Line] = []) -> [Line] {
        let isHot = Int.random(in: 0..<3, using: &random) == 0
        var taken = Set(others.map(\.key.event))
        // Among the last ones only, so that a correction finds its event cheaply.
        let old = events.suffix(2_000).indices
        return (0..<count).map { _ in
            let target = old.isEmpty ? nil : Int.random(in: old, using: &random)
            if let target, Int.random(in: 0..<8, using: &random) == 0,
                taken.insert(events[target].key.event).inserted
            {
                return revision(of: target)
            }
            return event(isHot: isHot)
        }
    }

    /// An event of the two of whom everybody writes.
    mutating func contendedLine() -> Line { event(of: Self.contended) }

    /// Learns where entries are, so that they can be named by their position.
    mutating func learn(_ positions: [LogKey: Int64]) {
        for (key, position) in positions {
            // The count of its id.
            let index = Int(key.event.low & Self.countMask) - 1
            guard events.indices.contains(index), events[index].key == key else { continue }
            events[index].position = position
        }
    }

    /// Where an id of its own says the how-manieth it is.
    private static let countMask: UInt64 = 0xFF_FFFF

    private mutating func event(isHot: Bool) -> Line {
        let range = isHot ? 0..<4 : Self.actors.indices
        var names = Set<String>()
        let most = Int.random(in: 0..<10, using: &random) == 0 ? 4 : 2
        while names.count < most { names.insert(Self.actors[.random(in: range, using: &random)]) }
        return event(of: names.sorted())
    }

    private mutating func event(of actors: [String]) -> Line {
        // In no order, as ids of others are.
        let low = 0x8000_0000_0000_0000 | (random.next() & 0x3FFF_FFFF_FF00_0000) | UInt64(events.count + 1)
        let id = EventID(high: writer << 48 | 0x4000, low: low)
        let names = actors.map { "\"\($0)\"" }
        let type = ["CONSULT", "ASSAULT", "ACCUSE", "THREATEN", "AID", "AGREE"].randomElement(using: &random)
        events.append(Written(key: LogKey(event: id, revision: 1)))
        return Line(
            json: """
                {"id":"\(id)","on":"\(date())","actors":[\(names[0])],\
                "recipients":[\(names.dropFirst().joined(separator: ","))],\
                "type":"\(type ?? "CONSULT")","title":"event \(id)"}
                """,
            key: LogKey(event: id, revision: 1)
        )
    }

    /// A correction or a retraction of an event; of a retraction, when that is its last entry.
    private mutating func revision(of index: Int) -> Line {
        let event = events[index].key.event
        let next = LogKey(event: event, revision: events[index].key.revision + 1)
        let name = events[index].position.map { "#\($0)" } ?? event.description
        let because = "\"because\":\"revision \(next.revision)\""
        defer {
            events[index].key = next
            events[index].position = nil
        }
        if events[index].isRetracted, events[index].position != nil {
            events[index].isRetracted = false
            return Line(json: "{\"retract\":\"\(name)\",\(because)}", key: next)
        }
        if !events[index].isRetracted, Bool.random(using: &random) {
            events[index].isRetracted = true
            return Line(json: "{\"retract\":\"\(name)\",\(because)}", key: next)
        }
        events[index].isRetracted = false
        return Line(
            json: """
                {"correct":"\(name)",\(because),"on":"\(date())","title":"event \(event) corrected \(next.revision)"}
                """,
            key: next
        )
    }

    private mutating func date() -> String {
        let year = Int.random(in: 1980...2025, using: &random)
        let month = Int.random(in: 11...12, using: &random)
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: "\(year)"
        case 1: "\(year)-\(month)"
        case 2: "\(year)-\(month)-\(Int.random(in: 10...30, using: &random))"
        default: "\(year)/\(year + 1)"
        }
    }
}
