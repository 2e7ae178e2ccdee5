import Annals
import EventLog

extension Diff {
    /// Which entry after one position and up to another caused each of some changes of what is known.
    func caused(_ changes: [(LaneChange, ClosedRange<Day>?)], after first: Position, upTo last: Position)
        throws
        -> [CausedChange]
    {
        let replacements = try ground.replacements(
            of: changes.flatMap { $0.0.disappeared.map(\.position) },
            known: last
        )
        let news = try changes.map { change, _ in
            try News(change, replacements, after: first) ?? unseen(change, after: first, upTo: last)
        }
        let entries = try ground.entries(at: news.compactMap { $0?.entry })
        return zip(changes, news).map { changed, news in
            let (change, days) = changed
            guard let news, let entry = entries[news.entry] else {
                return CausedChange(
                    change: change,
                    days: days,
                    cause: .dated(change.after?.drawn ?? change.before?.drawn)
                )
            }
            let cause: CausedChange.Cause =
                if !news.isSaid, let replaced = news.replaced {
                    .replaced(replaced, by: entry)
                } else {
                    .entry(entry, replacing: news.replaced)
                }
            return CausedChange(change: change, days: days, cause: cause)
        }
    }

    /// An entry that changed what is known of a lane.
    private struct News {
        let entry: Position
        /// The entry it replaced; nil for none that mattered.
        let replaced: Position?
        /// Whether it says itself what the lane says now.
        let isSaid: Bool

        init(entry: Position, replaced: Position?, isSaid: Bool) {
            (self.entry, self.replaced, self.isSaid) = (entry, replaced, isSaid)
        }

        /// What the change itself shows; nil when all that the lane may say now or might say before was known all
        /// along.
        init?(_ change: LaneChange, _ replacements: [Position: LoggedEntry], after first: Position) {
            let gone = change.disappeared.map(\.position)
            if let said = change.appeared.first(where: { $0.position > first }) {
                let replaced = gone.first { replacements[$0]?.position == said.position }
                self.init(entry: said.position, replaced: replaced, isSaid: true)
            } else if let replaced = gone.first(where: { replacements[$0] != nil }),
                let by = replacements[replaced]?.position
            {
                self.init(entry: by, replaced: replaced, isSaid: false)
            } else {
                return nil
            }
        }
    }

    /// The entry that changed a lane without a word of it in what is told: a peace that ended a war and was itself
    /// followed by something less.
    private func unseen(_ change: LaneChange, after first: Position, upTo last: Position) throws -> News? {
        let (before, after) = (try peace(change, known: first), try peace(change, known: last))
        guard before != after else { return nil }
        let gone = try ground.replacements(of: [before?.position].compactMap { $0 }, known: last)
        let by = before.flatMap { gone[$0.position]?.position }
        if let after, after.position > first {
            return News(
                entry: after.position,
                replaced: by == after.position ? before?.position : nil,
                isSaid: true
            )
        }
        return by.map { News(entry: $0, replaced: before?.position, isSaid: false) }
    }

    /// The last claim of peace that was certainly in force.
    private func peace(_ change: LaneChange, known: Position) throws -> KnownEffect? {
        let candidates = try ground.candidates(
            of: change.lane.stream,
            asOf: AsOf(at: change.day, known: known)
        )
        let peaces = candidates.filter { known in
            known.effect.lane == change.lane && known.effect.value.rank == 1
                && known.effect.isCertain(on: change.day)
        }
        return peaces.max { one, other in
            (one.effect.bounds.beginLatest, one.position, one.ordinal)
                < (other.effect.bounds.beginLatest, other.position, other.ordinal)
        }
    }
}
