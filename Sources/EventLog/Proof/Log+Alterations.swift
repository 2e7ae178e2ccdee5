package import Annals
import Postgres

extension Log {
    /// What is known of how the entry at a position was altered; nil when there is none, or nobody can read it.
    package func alteration(at position: Position) throws -> Alteration? {
        guard let entry = try AlteredEntry.at(position, in: connection),
            let segments = try? entry.row.segments()
        else { return nil }
        let (digest, leaf) = (entry.row.digest, entry.leaf)
        let (accepted, role) = (entry.row.acceptedAt, entry.row.appendedAs)
        let search = AlterationSearch(segments: segments, salt: entry.row.salt) { candidate in
            if candidate == digest { return true }
            guard let leaf, let accepted, let role else { return false }
            return .leaf(
                digest: candidate,
                acceptedAt: accepted,
                recordedAt: entry.recordedAt,
                appendedAs: role
            ) == leaf
        }
        let change = entry.change(search)
        return Alteration(
            position: position,
            title: entry.text(.title),
            change: change,
            answered: change.flatMap(entry.answered),
            suspects: change == nil ? entry.suspects : []
        )
    }
}

extension AlteredEntry {
    /// The one field that was altered, if putting it back gives what was recorded.
    fileprivate func change(_ search: AlterationSearch) -> Alteration.Change? {
        for field in CanonicalField.allCases {
            if let change = change(field, search.find(field, among: candidates(for: field))) { return change }
        }
        return change(.occurred, search.find(.occurred, among: Self.calendar.lazy.map(Candidate.text)))
    }

    private func change(_ field: CanonicalField, _ recorded: Candidate?) -> Alteration.Change? {
        let now = now(field)
        guard let recorded, recorded.text != now else { return nil }
        return Alteration.Change(part: field.part, recorded: recorded.text, now: now)
    }

    private func now(_ field: CanonicalField) -> String? {
        field == .effects ? Self.text(of: claims) : text(field) ?? list(field)?.joined(separator: ", ")
    }

    /// What of a change the projections say, if they say one side and not the other.
    fileprivate func answered(_ change: Alteration.Change) -> String? {
        let told = Set(
            effects.flatMap { effect in
                [effect.claim.begin, effect.claim.end, effect.grade, effect.modality].compactMap(\.self)
            }
        )
        let sides = [change.recorded, change.now].compactMap(\.self).filter(told.contains)
        return sides.count == 1 ? sides[0] : nil
    }

    /// The parts that stand nowhere else, and so may have been altered.
    fileprivate var suspects: [String] {
        let here: [CanonicalField] = [.title, .note, .reason, .sources, .tags, .reported, .actor]
        return here.map(\.part)
    }
}
