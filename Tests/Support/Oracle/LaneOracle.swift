package import Annals

/// What defines the value of a lane on a day: choose a begin and an end for every imprecise date within its
/// bounds, fold, and do so for every choice there is.
///
/// Slow and without ideas, for small records. Two things keep it from taking forever, and neither changes
/// what is possible: choices that come to the same so far are followed once, and of the days between two
/// that matter as many are tried as there are effects, since only their order counts.
package struct LaneOracle {
    /// The value each choice gives, nil where it leaves nothing in force.
    package let possible: Set<String?>

    /// Folds every choice of days for the effects of one lane.
    package init(_ effects: [KnownEffect], by method: FacetRule.Method, on day: Day) {
        let days = DaysThatMatter(effects, on: day)
        var folds: Set<Fold> = [Fold()]
        // Every `none` first: what was before the last of them can then be told from what came after.
        for effect in effects.sorted(by: { $0.effect.value.rank < $1.effect.value.rank }) {
            let choices = Self.choices(for: effect, on: day, among: days)
            folds = Set(folds.flatMap { fold in choices.map { fold.adding($0, by: method) } })
        }
        possible = Set(folds.map(\.value))
    }

    /// What may be of one effect on the day: in force since some begin, or (nil) not in force.
    private static func choices(
        for known: KnownEffect,
        on day: Day,
        among days: DaysThatMatter
    ) -> Set<InForce?> {
        let bounds = known.effect.bounds
        let lapse = known.effect.lapses ? known.effect.value.lapsesAfter : nil
        let day = Int(day.rawValue)
        var choices: Set<InForce?> = []
        for begin in days.from(bounds.beginEarliest, to: bounds.beginLatest) {
            let ends = lapse.map { [begin + $0] } ?? days.from(bounds.endEarliest, to: bounds.endLatest)
            for end in ends where begin < end {
                let isInForce = begin <= day && day < end
                choices.insert(isInForce ? InForce(known, begin: begin) : nil)
            }
        }
        return choices
    }
}

/// An effect in force on the day asked for, by its place: when it began, and where it stands in the log.
private struct InForce: Hashable, Comparable {
    let begin: Int
    let position: Int64
    let ordinal: Int
    let rank: Int
    let value: String

    init(_ known: KnownEffect, begin: Int) {
        self.begin = begin
        position = known.position.rawValue
        ordinal = known.ordinal
        rank = known.effect.value.rank
        value = known.effect.value.name
    }

    static func < (one: InForce, other: InForce) -> Bool {
        (one.begin, one.position, one.ordinal) < (other.begin, other.position, other.ordinal)
    }
}

/// What a choice of days comes to so far.
private struct Fold: Hashable {
    /// What began last; of a facet with ranks, the last `none`.
    private var last: InForce?
    /// Of a facet with ranks, the highest since.
    private var highest: Level?

    private struct Level: Hashable {
        let rank: Int
        let value: String
    }

    var value: String? { highest?.value ?? last?.value }

    func adding(_ effect: InForce?, by method: FacetRule.Method) -> Fold {
        guard let effect else { return self }
        var fold = self
        let isLater = last.map { $0 < effect } ?? true
        switch method {
        case .latest where isLater, .highest where isLater && effect.rank == 1:
            fold.last = effect
        case .highest where isLater && effect.rank > highest?.rank ?? 1:
            fold.highest = Level(rank: effect.rank, value: effect.value)
        case .latest, .highest: break
        }
        return fold
    }
}

/// The days worth choosing: those that some date or the question names, and as many behind each as there are
/// imprecise effects.
///
/// An infinity is a day farther out than all of them.
private struct DaysThatMatter {
    private let days: [Int]
    private let before: Int
    private let after: Int

    init(_ effects: [KnownEffect], on day: Day) {
        let lapses = effects.compactMap { $0.effect.lapses ? $0.effect.value.lapsesAfter : nil }
        let named = effects.map(\.effect.bounds).flatMap {
            [$0.beginEarliest, $0.beginLatest, $0.endEarliest, $0.endLatest]
        }
        let finite = Set((named.filter(\.isFinite) + [day]).map { Int($0.rawValue) })
        // What lapses is in force on the day from one begin on, and ends on the day after: those matter too.
        let edges = finite.union(lapses.map { Int(day.rawValue) - $0 + 1 }).union([Int(day.rawValue) + 1])
        let room = effects.count { $0.effect.bounds.beginEarliest < $0.effect.bounds.beginLatest }
        let first = (edges.min() ?? 0) - (lapses.max() ?? 0) - room - 1
        days = Set(edges.union([first]).flatMap { $0...($0 + room) }).sorted()
        before = first - 1
        after = (days.last ?? 0) + 1
    }

    func from(_ earliest: Day, to latest: Day) -> [Int] {
        let range = number(earliest)...number(latest)
        return ([before] + days + [after]).filter(range.contains)
    }

    private func number(_ day: Day) -> Int {
        switch day {
        case .distantPast: before
        case .distantFuture: after
        default: Int(day.rawValue)
        }
    }
}
