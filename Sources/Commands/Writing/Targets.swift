import Annals
import EventLog
import Formats

/// The events an input corrects or retracts, with the entries they have, those of the same input included.
struct Targets {
    /// An event somebody named.
    struct Found {
        let revisions: Revisions
        /// The revision at the position that named it; nil when its id did.
        let revision: Int?
    }

    private var revisions: [EventID: Revisions] = [:]
    private var positions: [String: (event: EventID, revision: Int)] = [:]

    /// Reads from the log what names like a UUID or `#57` stand for.
    init(_ log: Log, _ names: [String]) throws {
        var events = Set(names.compactMap { EventID($0) })
        for name in Set(names) {
            guard let position = Position(name), let found = try log.entry(at: position) else { continue }
            positions[name] = found
            events.insert(found.event)
        }
        guard !events.isEmpty else { return }
        revisions = try log.revisions(of: Array(events))
    }

    /// The actors the events name already: what a correction leaves alone is checked with the rest.
    var names: [String] {
        revisions.values.compactMap(\.lastContent?.event).map { JSONLine.event(id: nil, EventDraft($0)) }
            .flatMap(\.names)
    }

    /// The event of a name.
    func find(_ name: String) throws(Problems) -> Found {
        let place = positions[name]
        if let event = place?.event ?? EventID(name), let revisions = revisions[event] {
            return Found(revisions: revisions, revision: place?.revision)
        }
        let isName = EventID(name) != nil || Position(name) != nil
        throw Problems([
            Problem(
                "id",
                isName ? "there is no entry \(name)" : "\"\(name.prefix(60))\" names no entry",
                help: "give the event's UUID or a position such as #57: see annals log"
            )
        ])
    }

    /// Counts an entry of the same input.
    mutating func add(_ entry: Entry, after before: Revisions?) {
        revisions[entry.event] = before?.adding(entry) ?? revisions[entry.event] ?? Revisions([entry])
    }
}

extension JSONLine {
    /// What a correction or retraction names.
    var target: String? {
        switch self {
        case .correction(let target, _, _), .retraction(let target, _): target
        case .actor, .event: nil
        }
    }

    /// Every name of an actor in the line.
    var names: [String] {
        switch self {
        case .actor(let draft): [draft.actor] + (draft.name.map { [$0] } ?? []) + draft.aliases + draft.codes
        case .event(_, let draft):
            draft.actors + draft.recipients + (draft.effects ?? []).flatMap(\.names)
        case .correction(_, _, let changes):
            changes.actors.names + changes.recipients.names + changes.effects.names
        case .retraction: []
        }
    }
}

extension EffectDraft {
    fileprivate var names: [String] { [from, to].compactMap { $0 } }
}

extension EventChanges.Change<[String]> {
    fileprivate var names: [String] {
        if case .set(let names) = self { names } else { [] }
    }
}

extension EventChanges.Change<[EffectDraft]?> {
    fileprivate var names: [String] {
        if case .set(let effects?) = self { effects.flatMap(\.names) } else { [] }
    }
}
