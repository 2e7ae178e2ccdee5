import Annals
import EventLog
import Projections

extension CausedChange {
    /// What caused it, in a line: `#160 Doha agreement (corrects #109: the day is known)`.
    var causeLine: String {
        switch cause {
        case .entry(let logged, let replaced):
            "\(logged.spoken)" + (replaced.map { " (corrects \($0)\(logged.because))" } ?? "")
        case .replaced(let position, let logged):
            logged.entry.kind == .retracted
                ? "\(logged.place) retracts \(position)\(logged.because)"
                : "\(logged.place) corrects \(position)\(logged.because)"
        case .ended(let value): "\(value.spoken) \(isStillPossible ? "may have ended" : "ended")"
        case .lapsed(let value, let days):
            "\(value.spoken) \(isStillPossible ? "may have lapsed" : "lapsed") after \(days) days"
        case .dated(let value?): value.spoken
        case .dated(nil): ""
        }
    }

    /// The days on which the two differ so, when more than one was looked at: `2020-01-01 to 2020-02-28`.
    var span: String? {
        guard let days else { return nil }
        return switch (days.lowerBound.isFinite, days.upperBound.isFinite) {
        case (false, false): "on every day"
        case (false, true): "until \(days.upperBound)"
        case (true, false): "from \(days.lowerBound) on"
        case (true, true):
            days.lowerBound == days.upperBound
                ? "on \(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
        }
    }

    /// Whether what was there before is still possible.
    private var isStillPossible: Bool {
        guard let before = change.before?.value, let after = change.after else { return false }
        return after.alternatives.contains { $0.position == before.position }
    }
}

extension LoggedEntry {
    /// Its position, as people write it.
    fileprivate var place: String { position?.description ?? "an entry" }

    /// Its position and what happened.
    fileprivate var spoken: String {
        "\(place) \(Printable.line(entry.content?.event?.title ?? "", most: 70))"
    }

    fileprivate var because: String {
        entry.reason.map { ": \(Printable.line($0, most: 80))" } ?? ""
    }
}

extension ClaimedValue {
    fileprivate var spoken: String { "\(position) \(Printable.line(title, most: 70))" }
}
