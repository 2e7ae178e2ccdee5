import Annals
import EventLog

extension Diff {
    /// What caused each of some changes of the world since a day: what began after it, or else what was over.
    func caused(_ changes: [LaneChange], since first: Day) throws -> [CausedChange] {
        // What had begun by then and shows only now does so because something else was over.
        let begun = changes.map { change in change.stated.first { $0.since.latest > first }?.position }
        let entries = try ground.entries(at: begun.compactMap { $0 })
        return zip(changes, begun).map { change, position in
            let entry = position.flatMap { entries[$0] }
            return CausedChange(
                change: change,
                days: nil,
                cause: entry.map { .entry($0, replacing: nil) } ?? end(of: change)
            )
        }
    }

    private func end(of change: LaneChange) -> CausedChange.Cause {
        guard let before = change.before, let value = before.value, change.after?.value != value else {
            return .dated(change.disappeared.first ?? change.after?.drawn ?? change.before?.drawn)
        }
        // It is still possible, beside something that has become certain: it is the dates that are past.
        if let now = change.after?.value, change.after?.alternatives.contains(value) == true {
            return .dated(now)
        }
        if let until = before.until { return until.edtf == ".." ? .dated(value) : .ended(value) }
        let lapsesAfter = ground.rulebook.rule(change.lane.facet).value(named: value.value)?.lapsesAfter
        return lapsesAfter.map { .lapsed(value, days: $0) } ?? .dated(value)
    }
}

extension LaneChange {
    /// What it says after, where that is not what it said before, and what else it may say and could not.
    fileprivate var stated: [ClaimedValue] {
        [after?.value].compactMap { $0 }.filter { $0 != before?.value } + appeared
    }

    /// What it may say after and could not before, best placed first.
    var appeared: [ClaimedValue] { Self.claims(after).filter { !Self.claims(before).contains($0) } }

    /// What it might say before and cannot after, best placed first.
    var disappeared: [ClaimedValue] { Self.claims(before).filter { !Self.claims(after).contains($0) } }

    private static func claims(_ state: LaneState?) -> [ClaimedValue] {
        [state?.value].compactMap { $0 } + (state?.alternatives ?? [])
    }
}
