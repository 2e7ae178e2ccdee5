import Annals
import EventLog
import Support

/// Small records of many relationships, written in any order: dates of every kind so close together that they
/// interfere, several effects of one event on one lane, corrections, retractions, events brought back.
struct RandomRecord {
    private(set) var chronicle = Chronicle()
    private(set) var streams: [StreamID] = []
    private var random: SplitMix64
    private var relationships: [Relationship] = []

    /// The days worth asking for: those the dates lie on, around the days on which incidents lapse.
    static let days = [
        "2019-07-04", "2019-12-31", "2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04", "2020-01-05",
        "2020-01-06", "2020-01-31", "2020-12-31", "2021-01-01",
    ].compactMap { Day($0) }

    /// Two actors, the facets of theirs that are written about, and what has been.
    private struct Relationship {
        let one: String
        let other: String
        let themes: [Facet]
        var events: [EventID] = []
    }

    /// A record of so many relationships, with so many entries each on average.
    init(seed: UInt64, relationships count: Int, entriesEach: Int) throws {
        random = SplitMix64(seed: seed)
        for number in 0..<count {
            let names = ["a-\(number)", "b-\(number)"]
            let themes = (0..<2).map { _ in theme() }
            relationships.append(Relationship(one: names[0], other: names[1], themes: themes))
            streams += ["\(names[0])/\(names[1])", names[0]].compactMap { StreamID($0) }
        }
        for _ in 0..<count * entriesEach {
            try write(about: .random(in: 0..<count, using: &random))
        }
    }

    private mutating func write(about index: Int) throws {
        let known = relationships[index].events.randomElement(using: &random)
        switch (Int.random(in: 0..<11, using: &random), known) {
        case (10, _): try name(index)
        case (0...1, let event?) where chronicle.lastContent(of: event)?.event != nil:
            try chronicle.correct(event, to: draft(relationships[index]))
        case (2, let event?) where chronicle.content(of: event) != nil: try chronicle.retract(event)
        case (2, let event?):
            if let before = chronicle.lastContent(of: event) { try chronicle.correct(event, to: before) }
        default: relationships[index].events.append(try chronicle.record(draft(relationships[index])))
        }
    }

    /// Something said of an actor, taken back and brought back like an event.
    private mutating func name(_ index: Int) throws {
        let one = relationships[index].one
        let number = chronicle.entries.count
        let entry = ActorDraft.actor(
            one,
            name: pick([nil, "Name \(number)"]),
            aliases: pick([[], ["Alias \(number)", "Alias of all"]]),
            codes: pick([[], ["cow:\(number)"]])
        )
        relationships[index].events.append(try chronicle.say(entry))
    }

    /// An event, written again until it is one that can be.
    private mutating func draft(_ relationship: Relationship) throws -> EventDraft {
        while true {
            var draft = EventDraft.event(
                on: date(),
                [relationship.one],
                Int.random(in: 0..<8, using: &random) == 0
                    ? [relationship.other, "b-\(Int.random(in: 0..<relationships.count, using: &random))"]
                    : [relationship.other],
                title: "Event \(chronicle.entries.count)",
                modality: pick(["asserted", "asserted", "reported", "alleged", "denied"])
            )
            draft.grade = pick(["A1", "B2", "F6"])
            draft.type = pick([nil, "ASSAULT", "CONSULT", "ACCUSE", "RETREAT", "AID"])
            draft.effects =
                Int.random(in: 0..<12, using: &random) == 0
                ? nil : (0..<pick([1, 1, 1, 2, 3])).map { _ in effect(relationship) }
            if (try? draft.event()) != nil { return draft }
        }
    }

    private mutating func theme() -> Facet {
        pick([
            .hostility, .hostility, .hostility, .dialogue, .dialogue, .recognition, .agreement, .sanctions,
            .stance, .polityStatus,
        ])
    }

    private mutating func effect(_ relationship: Relationship) -> EffectDraft {
        let facet = pick(relationship.themes)
        let rule = Rulebook.one.rule(facet)
        let turned = rule.direction == .directed && Int.random(in: 0..<4, using: &random) == 0
        let key: String? =
            switch rule.key {
            case .none: nil
            case .required: pick(["doha", "lisbon"])
            case .optional: pick([nil, "arms"])
            }
        return .effect(
            facet,
            pick(rule.values).name,
            key: key,
            from: turned ? relationship.other : relationship.one,
            to: rule.direction == .monadic ? nil : turned ? relationship.one : relationship.other,
            begin: Int.random(in: 0..<4, using: &random) == 0 ? pick(["..", span()]) : nil,
            end: Int.random(in: 0..<5, using: &random) == 0 ? pick(["..", span(), day()]) : nil,
            claimant: Int.random(in: 0..<6, using: &random) == 0 ? "a spokesman" : nil
        )
    }

    private mutating func date() -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0...4: day()
        case 5...8: span()
        default: interval()
        }
    }

    /// A day in the first week of January, or the day before one on which an incident or a meeting of then
    /// has just lapsed.
    private mutating func day() -> String {
        let week = ["01", "02", "03", "04", "05", "06"]
        return pick(["2020-01-", "2020-01-", "2020-01-", "2019-07-", "2019-01-"]) + pick(week)
    }

    private mutating func span() -> String {
        let (first, last) = (Int.random(in: 1...6, using: &random), Int.random(in: 0...2, using: &random))
        return switch Int.random(in: 0..<10, using: &random) {
        case 0: "[..\(day())]"
        case 1: "[\(day())..]"
        case 2: pick(["2020", "2019"])
        case 3: pick(["2020-01", "2019-12", "2019-07"])
        case 4: day() + pick(["?", "~", "%"])
        case 5: "[2020-01-0\(first),2020-01-0\(first + last + 1)]"
        default: "[2020-01-0\(first)..2020-01-0\(first + last)]"
        }
    }

    private mutating func interval() -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: "../.."
        case 1: "../" + day()
        case 2: "/" + day()
        case 3: day() + "/"
        case 4: pick(["2019", "2019-12", "2020-01"]) + "/" + pick(["2020", "2020-01", "..", ""])
        case 5: day() + "/.."
        default: day() + "/" + day()
        }
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }
}
