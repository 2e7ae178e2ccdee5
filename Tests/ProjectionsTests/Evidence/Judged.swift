import Annals
import EventLog

@testable import Projections

/// An effect that was set aside, and everything beside which it was: whether the rule that is given is true.
struct Judged {
    private let aside: KnownEffect
    private let standing: [KnownEffect]
    private let deciding: [KnownEffect]
    private let day: Day

    init(_ aside: KnownEffect, among standing: [KnownEffect], _ deciding: [KnownEffect], on day: Day) {
        self.aside = aside
        self.standing = standing
        self.deciding = deciding
        self.day = day
    }

    /// Whether a rule is true, read as it is spoken, and every date at its latest.
    func bears(out rule: SetAside, replacement: () -> (position: Position, kind: Entry.Kind)?) -> Bool {
        let (effect, bounds) = (aside.effect, aside.effect.bounds)
        switch rule {
        case .corrected(let position):
            return replacement().map { $0.position == position && $0.kind != .retracted } ?? false
        case .retracted(let position):
            return replacement().map { $0.position == position && $0.kind == .retracted } ?? false
        default: guard replacement() == nil else { return false }
        }
        switch rule {
        case .corrected, .retracted: return false
        case .ended: return bounds.endLatest <= day && !effect.lapses
        case .lapsed(let days):
            return bounds.endLatest <= day && effect.lapses && effect.value.lapsesAfter == days
                && bounds.beginLatest.advanced(by: days) <= day
        case .earlier(let position):
            return others(at: position).contains { $0.effect.isCertain(on: day) && isBefore($0) }
        case .outranked(let position):
            return others(at: position).contains {
                $0.effect.isCertain(on: day) && effect.value.rank < $0.effect.value.rank
            }
        case .over(let position):
            return others(at: position).contains {
                $0.effect.isCertain(on: day) && $0.effect.value.rank == 1 && isBefore($0)
            }
        case .agrees(let position):
            return deciding.contains { $0.position == position && $0.effect.value.name == effect.value.name }
        }
    }

    private func others(at position: Position) -> [KnownEffect] {
        standing.filter { $0.position == position && $0 != aside }
    }

    private func isBefore(_ other: KnownEffect) -> Bool { place(aside) < place(other) }

    private func place(_ known: KnownEffect) -> (Day, Position, Int) {
        (min(known.effect.bounds.beginLatest, day), known.position, known.ordinal)
    }
}
