@testable import Annals

/// What defines the value of a lane on a day: choose a begin and an end for every imprecise date within its
/// bounds, fold, and do so for every choice there is.
struct LaneOracle {
    /// The value each choice gives, nil where it leaves nothing in force.
    let possible: Set<String?>

    init(_ effects: [KnownEffect], by method: FacetRule.Method, on day: Day) {
        let window = Self.window(around: effects, day)
        let choices = effects.map { Self.choices(for: $0, on: day, in: window) }
        var possible: Set<String?> = []
        var chosen: [InForce] = []
        func choose(_ index: Int) {
            guard index < choices.count else {
                possible.insert(Self.fold(chosen, by: method))
                return
            }
            for begin in choices[index] {
                guard let begin else {
                    choose(index + 1)
                    continue
                }
                chosen.append(InForce(begin: begin, effect: effects[index]))
                choose(index + 1)
                chosen.removeLast()
            }
        }
        choose(0)
        self.possible = possible
    }

    /// An effect in force on the day, and since when.
    private struct InForce {
        let begin: Int
        let effect: KnownEffect

        var value: FacetRule.Value { effect.effect.value }

        func isAfter(_ other: InForce) -> Bool {
            (begin, effect.position, effect.ordinal) > (
                other.begin, other.effect.position, other.effect.ordinal
            )
        }
    }

    /// The deterministic value of effects in force.
    private static func fold(_ inForce: [InForce], by method: FacetRule.Method) -> String? {
        func last(_ effects: [InForce]) -> InForce? { effects.max { $1.isAfter($0) } }
        switch method {
        case .latest:
            return last(inForce)?.value.name
        case .highest:
            let none = last(inForce.filter { $0.value.rank == 1 })
            let since = inForce.filter { effect in
                effect.value.rank != 1 && none.map { effect.isAfter($0) } ?? true
            }
            let highest = since.map(\.value.rank).max()
            return (last(since.filter { $0.value.rank == highest }) ?? none)?.value.name
        }
    }

    /// What may be of one effect on the day: the day it began if it is in force, else nil.
    private static func choices(
        for known: KnownEffect,
        on day: Day,
        in window: ClosedRange<Int>
    ) -> Set<Int?> {
        let bounds = known.effect.bounds
        let day = Int(day.rawValue)
        var choices: Set<Int?> = []
        for begin in days(bounds.beginEarliest, bounds.beginLatest, window) {
            let lapse = known.effect.lapses ? known.effect.value.lapsesAfter : nil
            let ends = lapse.map { [begin + $0] } ?? days(bounds.endEarliest, bounds.endLatest, window)
            for end in ends where begin < end {
                choices.insert(begin <= day && day < end ? begin : nil)
            }
        }
        return choices
    }

    /// The finite days of the record and the day asked for, and some either side, so that what has no bound
    /// can lie beyond all others with days in between, and has lapsed long since if it lapses.
    private static func window(around effects: [KnownEffect], _ day: Day) -> ClosedRange<Int> {
        let bounds = effects.map(\.effect.bounds).flatMap {
            [$0.beginEarliest, $0.beginLatest, $0.endEarliest, $0.endLatest]
        }
        let days = (bounds.filter(\.isFinite) + [day]).map { Int($0.rawValue) }
        let longest = effects.compactMap { $0.effect.lapses ? $0.effect.value.lapsesAfter : nil }.max() ?? 0
        return (days.min() ?? 0) - longest - 3...(days.max() ?? 0) + 3
    }

    /// The days from one bound to the other, an infinity being one more day outside the window.
    private static func days(_ earliest: Day, _ latest: Day, _ window: ClosedRange<Int>) -> [Int] {
        func number(_ day: Day) -> Int {
            switch day {
            case .distantPast: window.lowerBound - 1
            case .distantFuture: window.upperBound + 1
            default: Int(day.rawValue)
            }
        }
        return Array(number(earliest)...number(latest))
    }
}
