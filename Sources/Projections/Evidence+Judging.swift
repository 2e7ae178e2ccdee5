import Annals
import EventLog

extension SetAside {
    /// Why an effect neither decides nor may decide on a day; nil for one that had not begun.
    ///
    /// Dates are read at their latest, as they are to find what decides.
    ///
    /// - Parameters:
    ///   - answer: what decides and what may.
    ///   - standing: the effects of the lane, among them this one.
    init?(
        _ aside: KnownEffect,
        beside answer: LaneAnswer?,
        among standing: [KnownEffect],
        by method: FacetRule.Method,
        on day: Day
    ) {
        let effect = aside.effect
        guard effect.bounds.beginEarliest <= day else { return nil }
        guard effect.isPossible(on: day) else {
            // The projections know only of effects of one day that they lapse; nobody claims an end of any that does.
            let days = effect.end == nil ? effect.value.lapsesAfter : nil
            self = days.map { .lapsed(days: $0) } ?? .ended
            return
        }
        let certain = standing.filter { $0.effect.isCertain(on: day) }
        let winner = answer?.winner
        if method == .highest, effect.value.rank > 1 {
            // Of the claims of peace after it, the last one ended it.
            let end = certain.filter { $0.effect.value.rank == 1 && aside.began(before: $0, on: day) }
                .max { $0.began(before: $1, on: day) }
            if let end {
                self = .over(since: end.position)
                return
            }
            if let winner, winner.effect.value.rank > effect.value.rank {
                self = .outranked(by: winner.position)
                return
            }
        }
        if let winner, aside.began(before: winner, on: day) {
            self = .earlier(than: winner.position)
            return
        }
        let deciding = [winner].compactMap { $0 } + (answer?.alternatives ?? [])
        if let same = deciding.first(where: { $0.effect.value.name == effect.value.name }) {
            self = .agrees(with: same.position)
            return
        }
        // A claim of peace that came after the winner, and before what is less and began still later.
        let others = certain.filter { $0 != aside }
        guard let later = others.max(by: { $0.began(before: $1, on: day) }) else { return nil }
        self = .earlier(than: later.position)
    }
}

extension KnownEffect {
    /// Whether it began before another when every date is read as late as it can be on a day.
    fileprivate func began(before other: KnownEffect, on day: Day) -> Bool {
        let (mine, its) = (effect.bounds.beginLatest, other.effect.bounds.beginLatest)
        return (min(mine, day), position, ordinal) < (min(its, day), other.position, other.ordinal)
    }
}
