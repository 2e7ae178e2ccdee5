package import Annals
import Postgres

/// Which entries erased which texts of some events.
package struct Erasures: Sendable {
    private struct Key: Hashable {
        let event: EventID
        let revision: Int
        let text: String
    }

    private let positions: [Key: Position]

    /// What erased a text of an entry: the entry itself or one before it, whose mark it took over, else the one
    /// after it; nil while that is not known.
    package func position(of text: ErasedText, in event: EventID, revision: Int) -> Position? {
        positions[Key(event: event, revision: revision, text: text.name)]
    }

    /// The texts an entry says no more, each with what erased it.
    package func of(_ entry: Entry) -> [(text: ErasedText, position: Position)] {
        let said: [(ErasedText, String?)] = [
            (.title, entry.content?.event?.title), (.note, entry.content?.event?.note),
            (.reason(ofRevision: nil), entry.reason),
        ]
        return said.compactMap { text, words in
            guard words == ErasedText.mark else { return nil }
            return position(of: text, in: entry.event, revision: entry.revision).map { (text, $0) }
        }
    }

    fileprivate init(_ found: [(event: EventID, revision: Int, text: String, position: Position)]) {
        positions = Dictionary(
            found.map { (Key(event: $0.event, revision: $0.revision, text: $0.text), $0.position) }
        ) { first, _ in first }
    }
}

extension Log {
    /// What erased texts of entries, as far as it is known.
    package func erasures(in entries: [Entry]) throws -> Erasures {
        let marked = entries.filter { entry in
            [entry.content?.event?.title, entry.content?.event?.note, entry.reason].contains(ErasedText.mark)
        }
        return try erasures(of: Array(Set(marked.map(\.event))))
    }

    /// What erased texts of events, as far as it is known.
    package func erasures(of events: [EventID]) throws -> Erasures {
        guard !events.isEmpty else { return Erasures([]) }
        let found = try connection.query(
            """
            select e.event_id, e.revision, t.name, l.position
              from annals.entry e
             cross join lateral (values ('title', e.title_hash), ('note', e.note_hash), ('reason', e.reason_hash))
                     as t (name, hash)
             cross join lateral (
                       select r.revision from annals.entry r
                        where r.event_id = e.event_id
                          and r.erases && array[t.name, t.name || '/' || e.revision]
                          and (r.revision > e.revision) = (t.hash is not null)
                        order by abs(r.revision - e.revision) limit 1) as r
              join annals.log l on (l.event_id, l.revision) = (e.event_id, r.revision)
             where e.event_id = any(\(events))
            """
        ) { row throws(PostgresError) in
            (
                event: try row["event_id", as: EventID.self],
                revision: Int(try row["revision", as: Int32.self]), text: try row["name", as: String.self],
                position: try row["position", as: Position.self]
            )
        }
        return Erasures(found)
    }
}
