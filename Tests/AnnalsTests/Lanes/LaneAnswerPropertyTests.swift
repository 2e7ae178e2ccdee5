import Testing

@testable import Annals

@Suite struct `The answer for a lane` {
    static let seeds: [UInt64] = [1, 20_010_911, 0xA11A15]

    @Test(arguments: seeds, [FacetRule.Method.latest, .highest])
    func `is what choosing every day there is gives`(_ seed: UInt64, _ method: FacetRule.Method) {
        var records = RecordAtRandom(seed: seed, method)
        for _ in 0..<600 {
            let record = records.next()
            for day in RecordAtRandom.days {
                expectOracle(record, by: method, on: Day(rawValue: Int32(day)), seed: seed)
            }
        }
    }

    @Test(arguments: seeds, [FacetRule.Method.latest, .highest])
    func `does not depend on the order of news`(_ seed: UInt64, _ method: FacetRule.Method) {
        var records = RecordAtRandom(seed: seed, method)
        for _ in 0..<600 {
            let record = records.next()
            let shuffled = record.shuffled(using: &records.random)
            let day = Day(rawValue: .random(in: 1...6, using: &records.random))
            let (one, other) = (
                LaneAnswer.of(record, by: method, on: day), LaneAnswer.of(shuffled, by: method, on: day)
            )
            #expect(one == other, "seed \(seed): \(record.sketch)")
        }
    }

    @Test(arguments: seeds)
    func `of the latest takes what began last, by its latest day`(_ seed: UInt64) {
        var records = RecordAtRandom(seed: seed, .latest)
        for _ in 0..<2000 {
            let record = records.next()
            let day = Day(rawValue: .random(in: 1...6, using: &records.random))
            let winner = record.filter { $0.effect.isCertain(on: day) }.sorted {
                let (one, other) = ($0.effect.bounds, $1.effect.bounds)
                if one.beginLatest != other.beginLatest { return one.beginLatest < other.beginLatest }
                if one.beginEarliest != other.beginEarliest { return one.beginEarliest < other.beginEarliest }
                if $0.position != $1.position { return $0.position < $1.position }
                return $0.ordinal < $1.ordinal
            }.last
            #expect(
                LaneAnswer.of(record, by: .latest, on: day)?.winner == winner,
                "seed \(seed), day \(day.rawValue): \(record.sketch)"
            )
        }
    }

    @Test(arguments: seeds)
    func `of the highest reads every certain date at its latest day`(_ seed: UInt64) {
        var records = RecordAtRandom(seed: seed, .highest)
        for _ in 0..<2000 {
            let record = records.next()
            let day = Day(rawValue: .random(in: 1...6, using: &records.random))
            // With every date moved to its latest day there is one choice left: the fold itself.
            let certain = record.filter { $0.effect.isCertain(on: day) }
            let atLatest = certain.map(\.atItsLatestDay)
            let winner = LaneAnswer.of(record, by: .highest, on: day)?.winner
            #expect(
                LaneOracle(atLatest, by: .highest, on: day).possible == [winner?.effect.value.name],
                "seed \(seed), day \(day.rawValue): \(record.sketch)"
            )
            #expect(
                winner.map { winner in
                    !certain.contains {
                        $0.effect.value.name == winner.effect.value.name && $0.isLater(than: winner)
                    }
                } ?? certain.isEmpty,
                "seed \(seed), day \(day.rawValue): \(record.sketch)"
            )
        }
    }
}

/// Expects the fast answer to be the oracle's.
func expectOracle(_ record: [KnownEffect], by method: FacetRule.Method, on day: Day, seed: UInt64) {
    let answer = LaneAnswer.of(record, by: method, on: day)
    let possible = LaneOracle(record, by: method, on: day).possible
    let values = (answer?.alternatives ?? []).map(\.effect.value.name)
    let winner = answer?.winner?.effect.value.name
    let isRight =
        Set(values.map(Optional.some) + [winner]) == possible
        && Set(values).count == values.count && !values.contains { $0 == winner }
        && (answer == nil) == (possible == [nil])
        && (answer.map { $0.certainty != .possible } ?? true) == (possible.count == 1)
        && (answer?.certainty == .standing)
            == (possible.count == 1 && answer?.winner?.effect.bounds.beginLatest == .distantPast)
    #expect(isRight, "seed \(seed), day \(day), \(method), oracle \(possible): \(record.sketch)")
}

extension KnownEffect {
    /// The same effect, begun on the latest day it can have.
    fileprivate var atItsLatestDay: KnownEffect {
        let latest = effect.bounds.beginLatest
        let bounds = DateBounds(beginning: latest...latest, through: .distantFuture ... .distantFuture)
        return KnownEffect(
            effect: Effect(
                lane: effect.lane,
                value: effect.value,
                bounds: bounds ?? effect.bounds,
                begin: effect.begin,
                end: effect.end,
                lapses: false,
                modality: effect.modality,
                grade: effect.grade
            ),
            position: position,
            ordinal: ordinal,
            event: event
        )
    }

    fileprivate func isLater(than other: KnownEffect) -> Bool {
        (effect.bounds.beginLatest, position, ordinal)
            > (other.effect.bounds.beginLatest, other.position, other.ordinal)
    }
}

extension [KnownEffect] {
    /// The record in a line, for a failure to be read.
    var sketch: String {
        map { known in
            let bounds = known.effect.bounds
            let days = [bounds.beginEarliest, bounds.beginLatest, bounds.endEarliest, bounds.endLatest].map {
                $0.isFinite ? "\($0.rawValue)" : $0.description
            }
            let lapse = known.effect.lapses ? " lapses" : ""
            return
                "\(known.effect.value.name) \(days.joined(separator: " "))\(lapse) \(known.position).\(known.ordinal)"
        }.joined(separator: "; ")
    }
}
