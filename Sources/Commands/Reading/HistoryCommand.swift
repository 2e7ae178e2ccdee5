import Annals
import ArgumentParser
import EventLog
import Projections

/// `annals history`.
struct HistoryCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "What happened, in the order of the world.",
        discussion:
            "Of a relationship, or of everything one actor is in; as we knew it at --known, up to --at."
    )

    @Argument(help: "One or two actors, by any name, alias or code.")
    var actors: [String]

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...2).contains(actors.count) else { throw ValidationError("Name one or two actors.") }
    }

    func execute() throws {
        let session = try Session.open(global, for: "history")
        let stream = try session.stream(actors)
        let clocks = try clocks.read(session.log)
        let history = try History(session.log).events(of: stream, known: clocks.known)
            // What may have begun by then; --at left at today shows all, also what is yet to come.
            .filter {
                clocks.isToday
                    || ($0.entry.content?.event?.occurred.bounds.beginEarliest ?? .distantPast) <= clocks.at
            }
        if global.json {
            for logged in history { try Console.standard.print(logged.json.line) }
        } else {
            let headings = Headings(
                names: try ActorDirectory(session.log).names(of: stream.actors, known: clocks.known),
                clocks: clocks,
                recordedAt: try session.recordedAt(clocks.known),
                rulebook: session.log.rulebook.version
            )
            let until = clocks.isToday ? "" : "up to \(clocks.at) · "
            let text = EventsText(stream: stream, marks: global.marks, rulebook: session.log.rulebook)
            let lines = [
                headings.title(stream), "in the order of the world · \(until)\(headings.knownLine)", "",
            ]
            try Console.standard.print((lines + text.lines(history)).joined(separator: "\n"))
        }
        if history.isEmpty { throw Failure(.no, []) }
    }
}
