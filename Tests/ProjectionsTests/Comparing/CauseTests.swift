import Annals
import EventLog
import Support
import Testing

@testable import Projections

@Suite struct `Why something changed` {
    @Test func `is that somebody claimed an end, that nobody claimed more, or what began instead`() throws {
        var chronicle = Chronicle()
        try say(&chronicle, on: "2019-01-01/2019-12-31", .agreement, "in-force", key: "truce")
        try say(&chronicle, on: "2019-06-01", .dialogue, "direct")
        try say(&chronicle, on: "2019-03-01", .recognition, "de-facto")
        try say(&chronicle, on: "2020-03-01", .recognition, "de-jure")
        #expect(
            try world(chronicle, from: "2019-07-01", to: "2020-12-31") == [
                .dialogue: "#2 lapsed after 365 days", .recognition: "#4", .agreement: "#1 ended",
            ]
        )
    }

    @Test func `is what ended, and not what had begun long before and is left`() throws {
        var chronicle = Chronicle()
        try say(&chronicle, on: "1990-01-01", .recognition, "de-facto")
        try say(&chronicle, on: "2000-01-01/2010-12-31", .recognition, "de-jure")
        try say(&chronicle, on: "2005-01-01/2030-01-01", .hostility, "display")
        try say(&chronicle, on: "2005-02-01", .hostility, "war")
        #expect(
            try world(chronicle, from: "2005-03-01", to: "2012-01-01") == [
                .recognition: "#2 ended", .hostility: "#4 lapsed after 183 days",
            ]
        )
    }

    @Test func `is what began instead, also when the same event had said something before`() throws {
        var chronicle = Chronicle()
        var draft = EventDraft.event(on: "2020-01-01", ["a"], ["b"])
        draft.effects = [
            .effect(.hostility, "war", from: "a", to: "b"),
            .effect(.hostility, "none", from: "a", to: "b", begin: "2020-03-01"),
        ]
        try chronicle.record(draft)
        #expect(try world(chronicle, from: "2020-02-01", to: "2020-04-01") == [.hostility: "#1"])
    }

    @Test func `is the retraction, and not what was known long before and counts again`() throws {
        var chronicle = Chronicle()
        try say(&chronicle, on: "1990-01-01", .recognition, "de-facto")
        let wrong = try say(&chronicle, on: "2000-01-01", .recognition, "de-jure")
        try chronicle.retract(wrong)
        #expect(
            try knowledge(chronicle, from: 2, to: 3, on: "2005-01-01") == [.recognition: "#2 replaced by #3"]
        )
        #expect(try knowledge(chronicle, from: 2, to: 3, on: nil) == [.recognition: "#2 replaced by #3"])
    }

    @Test func `is the correction of what was said, and which entry it corrects`() throws {
        var chronicle = Chronicle()
        let event = try say(&chronicle, on: "1990-01-01", .recognition, "de-facto")
        var draft = EventDraft.event(on: "1990-01-01", ["a"], ["b"])
        draft.effects = [.effect(.recognition, "de-jure", from: "a", to: "b")]
        try chronicle.correct(event, to: draft)
        #expect(
            try knowledge(chronicle, from: 1, to: 2, on: "2005-01-01") == [.recognition: "#2 replacing #1"]
        )
    }

    @Test func `is the peace that came to be known, though what was left of the war is all that shows`()
        throws
    {
        var chronicle = Chronicle()
        try say(&chronicle, on: "2020-01-01/2021-12-31", .hostility, "war")
        try say(&chronicle, on: "2020-06-01/2021-12-31", .hostility, "display")
        let peace = try say(&chronicle, on: "2020-03-01", .hostility, "none")
        try chronicle.retract(peace)
        #expect(try knowledge(chronicle, from: 2, to: 3, on: "2021-01-01") == [.hostility: "#3"])
        #expect(
            try knowledge(chronicle, from: 3, to: 4, on: "2021-01-01") == [.hostility: "#3 replaced by #4"]
        )
    }

    @discardableResult
    private func say(
        _ chronicle: inout Chronicle,
        on date: String,
        _ facet: Facet,
        _ value: String,
        key: String? = nil
    ) throws
        -> EventID
    {
        let effect = EffectDraft.effect(facet, value, key: key, from: "a", to: "b")
        return try chronicle.record(.event(on: date, ["a"], ["b"], effects: [effect]))
    }

    private func world(_ chronicle: Chronicle, from first: String, to last: String) throws -> [Facet: String]
    {
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        return spoken(
            try Diff(log).world(
                of: .named("a/b"),
                from: .written(first),
                to: .written(last),
                known: chronicle.head
            )
        )
    }

    private func knowledge(_ chronicle: Chronicle, from first: Int64, to last: Int64, on day: String?) throws
        -> [Facet: String]
    {
        let log = try TestDatabase().openLog()
        try chronicle.write(to: log)
        return spoken(
            try Diff(log).knowledge(
                of: .named("a/b"),
                from: Position(rawValue: first),
                to: Position(rawValue: last),
                on: day.map(Day.written),
                upTo: .written("2026-01-01")
            )
        )
    }

    private func spoken(_ changes: [CausedChange]) -> [Facet: String] {
        changes.reduce(into: [:]) { spoken, caused in
            spoken[caused.change.lane.facet] =
                switch caused.cause {
                case .entry(let logged, let replaced):
                    (logged.position?.description ?? "") + (replaced.map { " replacing \($0)" } ?? "")
                case .replaced(let old, let logged):
                    "\(old) replaced by \(logged.position?.description ?? "")"
                case .ended(let value): "\(value.position) ended"
                case .lapsed(let value, let days): "\(value.position) lapsed after \(days) days"
                case .dated(let value): "dates of \(value?.position.description ?? "nothing")"
                }
        }
    }
}
