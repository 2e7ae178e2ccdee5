import Annals
import EventLog
import Formats
import Postgres
import Projections

/// What is handed on: about whom, of which days, as known when; written in one form after another.
struct Export {
    /// Whom it is about; empty for everybody.
    let actors: [AskedActor]
    /// The relationship, or the actor; nil for everything there is.
    let stream: StreamID?
    let clocks: Clocks
    let window: Window
    let log: Log
    /// Everybody known, by slug.
    let profiles: [ActorID: ActorProfile]
    /// What the file says of itself.
    let record: SharedRecord

    init(_ actors: [AskedActor], _ clocks: Clocks, _ window: Window, _ log: Log) throws {
        self.actors = actors
        stream = actors.isEmpty ? nil : try actors.stream()
        self.clocks = clocks
        self.window = window
        self.log = log
        profiles = try ActorDirectory(log).profiles(known: clocks.known).reduce(into: [:]) { found, profile in
            if let actor = ActorID(profile.slug) { found[actor] = profile }
        }
        let headings = try Headings(clocks, naming: stream?.actors ?? [], log)
        let title = stream.map { headings.title($0) } ?? "The whole record"
        let notes =
            [
                window == .everything ? nil : "Only \(window.spoken.dropLast(3)).",
                "\(headings.knownLine).".capitalisedFirst,
                "\(headings.origin).".capitalisedFirst,
            ].compactMap { $0 }
        let recorded = try History(log).span(known: clocks.known)
        let first = window.first ?? recorded?.lowerBound ?? clocks.at
        record = SharedRecord(
            id: EventID(naming: (["record", title] + notes).joined(separator: "/")),
            title: title,
            notes: notes,
            names: profiles.compactMapValues(\.name),
            days: min(first, clocks.at)...(window.last ?? max(first, clocks.at))
        )
    }

    /// Writes one form, and says what it could not carry.
    ///
    /// - Parameter key: what the log is signed with.
    /// - Returns: whether there was nothing to write.
    func write(_ format: ExportFormat, to output: OutputFile, signedWith key: SigningKey?) throws -> Bool {
        switch format {
        case .cloudevents: try writeLog(to: output, signedWith: key)
        case .csv: try write(EventSheet.self, to: output)
        case .timelinejs: try write(TimelineJS.self, to: output)
        case .timelinejsCSV: try write(TimelineSheet.self, to: output)
        case .ics: try write(ICalendar.self, to: output)
        case .markwhen: try write(Markwhen.self, to: output)
        case .stix: try write(claims: STIX.self, to: output)
        case .ftm: try write(claims: FollowTheMoney.self, to: output)
        case .vis: try write(claims: VisTimeline.self, to: output)
        case .dyadYear: try write(.year, to: output)
        case .dyadMonth: try write(.month, to: output)
        case .gexf: try writeGraph(to: output)
        case .bibtex: try writeSources(to: output)
        }
    }

    /// Tells what a form could not carry.
    func tell(_ losses: Losses, of things: String) {
        for sentence in losses.sentences(of: things) { Console.standard.note("export: \(sentence)") }
    }
}
