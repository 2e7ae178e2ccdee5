import Annals
import EventLog
import Postgres
import Projections

/// The lines every answer begins with: about whom, and both clocks.
struct Headings {
    let names: [ActorID: String]
    let clocks: Clocks
    let rulebook: Int

    init(_ question: Question, _ log: Log) throws {
        try self.init(question.clocks, naming: question.actors.map(\.actor), log)
    }

    /// - Parameter actors: whom the answer names.
    init(_ clocks: Clocks, naming actors: some Sequence<ActorID>, _ log: Log) throws {
        self.clocks = clocks
        names = try ActorDirectory(log).names(of: Array(Set(actors)), known: clocks.known)
        rulebook = log.rulebook.version
    }

    /// What an actor is called, safe to print.
    func name(_ actor: ActorID) -> String { Printable.line(names[actor] ?? actor.slug, most: 60) }

    /// `Taliban — United States`.
    func title(_ stream: StreamID) -> String { stream.actors.map(name).joined(separator: " — ") }

    /// `as it stood on 2020-06-01 · as we knew it now (#112, 2026-11-22) · rulebook 1`.
    var clockLine: String { "\(atLine) · \(knownLine) · rulebook \(rulebook)" }

    /// `as it stood on 2020-06-01`.
    var atLine: String { "as it stood on \(clocks.at)\(clocks.isToday ? " (today)" : "")" }

    /// `as we knew it now (#112, 2026-11-22)`; what is not settled is said to be.
    var knownLine: String {
        let day =
            clocks.recordedAt.map { ", \(String($0.description.prefix(clocks.isNow ? 10 : 19)).replacingT)" }
            ?? ""
        return clocks.isNow
            ? "as we knew it now (\(clocks.known)\(day))"
            : "as we knew it at \(clocks.known)\(day)\(clocks.unsettled)"
    }
}

extension String {
    /// A time with a space between its day and its hour, and UTC said.
    fileprivate var replacingT: String {
        contains("T") ? map { $0 == "T" ? " " : String($0) }.joined() + "Z" : self
    }
}

extension LaneID {
    /// The whole lane in words: `agreement doha-2020, taliban – united-states`.
    var spoken: String {
        let pair = from == nil || to == nil ? stream.actors.map(\.slug).joined(separator: " – ") : ""
        let about = [
            Printable.line(key, most: 40), pair, from.flatMap { from in to.map { "\(from) → \($0)" } } ?? "",
        ]
        let words = [facet.rawValue] + about.filter { !$0.isEmpty }
        return words.joined(separator: " ")
            + (claimant.isEmpty ? "" : ", says \(Printable.line(claimant, most: 40))")
    }

    /// The key, direction and claimant of a lane, for people.
    var qualifiers: String {
        var parts: [String] = []
        if !key.isEmpty { parts.append(Printable.line(key, most: 40)) }
        if let from, let to { parts.append("\(from) → \(to)") }
        if !claimant.isEmpty { parts.append("says \(Printable.line(claimant, most: 40))") }
        return parts.joined(separator: ", ")
    }
}

extension String {
    /// A word of the rulebook as people say it.
    var spoken: String { map { $0 == "-" ? " " : String($0) }.joined() }
}

extension Entry {
    /// The texts it erases, for people: `title and reason`.
    var erasedNames: String {
        let names = erases.map { text in
            switch text {
            case .title: "title"
            case .note: "note"
            case .reason(nil): "reasons"
            case .reason(let revision?): "reason of revision \(revision)"
            }
        }
        return names.joined(separator: " and ")
    }
}

extension EntryContent {
    /// In a few words: an event's date and title, or the actor.
    var headline: String {
        switch self {
        case .event(let event): "\(event.occurred.text)  \(Printable.line(event.title, most: 90))"
        case .actor(let actor):
            "actor \(actor.actor)" + (actor.name.map { " “\(Printable.line($0, most: 60))”" } ?? "")
        }
    }
}
