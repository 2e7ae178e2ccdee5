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
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...2).contains(actors.count) else { throw ValidationError("Name one or two actors.") }
    }

    func execute() throws {
        let receipt = try receipt.open()
        let session = try Session.open(global, for: "history")
        let question = try session.question(.history, about: actors, clocks)
        let stream = try question.actors.stream()
        let clocks = question.clocks
        let history = try History(session.log).events(of: stream, known: clocks.known)
            .filter(question.includes)
        try receipt?.write(question, answer: history.map(\.json), from: session.log)
        let erasures = try session.log.erasures(in: history.map(\.entry))
        if global.json {
            for logged in history { try Console.standard.print(logged.json(erasures).line) }
        } else {
            let headings = try Headings(question, session.log)
            let until = clocks.isToday ? "" : "up to \(clocks.at) · "
            let text = EventsText(stream: stream, marks: global.marks, rulebook: session.log.rulebook)
            let lines = [
                headings.title(stream), "in the order of the world · \(until)\(headings.knownLine)", "",
            ]
            try Console.standard.print((lines + text.lines(history, erasures)).joined(separator: "\n"))
        }
        if history.isEmpty { throw Failure(.no, []) }
    }
}
