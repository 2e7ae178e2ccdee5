import Annals
import ArgumentParser
import EventLog
import Formats
import Pictures
import Projections

/// `annals why`.
struct WhyCommand: AnnalsSubcommand {
    /// The forms its answer can be given in.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case text, json, csv, tsv, md, bibtex
        case csl = "csl-json"
    }

    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "What each facet rests on: events, sources, and what was set aside by which rule.",
        discussion: """
            For each facet the event that decides, with its sources and grade, what it may be instead, what was \
            corrected before, and what was set aside and why; contradicting claimants side by side. --format bibtex \
            and csl-json give the sources to be cited. Exits with 1 when nothing is known.
            """
    )

    @Argument(help: "One or two actors, by any name, alias or code.", completion: .actors)
    var actors: [String]

    @OptionGroup var facet: FacetOption
    @OptionGroup var clocks: ClockOptions
    @OptionGroup var form: FormatOptions<Format>
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...2).contains(actors.count) else { throw ValidationError("Name one or two actors.") }
        _ = try form.chosen(global, json: .json, otherwise: .text)
    }

    func execute() throws {
        let format = try form.chosen(global, json: .json, otherwise: .text)
        let facet = try facet.read()
        let receipt = try receipt.open()
        let output = try form.open()
        let session = try Session.open(global, for: "why")
        var question = try session.question(.why, about: actors, clocks)
        question.facet = facet
        let stream = try question.actors.stream()
        let clocks = question.clocks
        let evidence = try question.evidence(on: Answers(session.log))
        let json = EvidenceJSON.json(evidence, of: stream, clocks)
        try receipt?.write(question, answer: [json], from: session.log)
        switch format {
        case .json: try output.write(lines: [json.line])
        case .csv, .tsv, .md:
            if let rows = RowFormat(rawValue: format.rawValue) {
                try output.write(EvidenceRows.columns, evidence.lazy.flatMap(EvidenceRows.rows), as: rows)
            }
        case .text:
            let headings = try Headings(clocks, naming: stream.actors, session.log)
            let lines = [headings.title(stream), headings.clockLine] + lines(evidence, clocks)
            try output.write(text: lines, ascii: global.ascii)
        case .bibtex: try output.write(BibTeX.write(cited(evidence)))
        case .csl: try output.write(CSLJSON.write(cited(evidence)))
        }
        try output.finish()
        if evidence.isEmpty { throw Failure(.no, []) }
    }

    private func lines(_ evidence: [Evidence], _ clocks: Clocks) -> [String] {
        guard !evidence.isEmpty else { return ["", "Nothing was claimed about this by then."] }
        let text = EvidenceText(evidence, marks: global.marks)
        let facets = EvidenceText.grouped(evidence).flatMap { [""] + text.lines($0) }
        guard !text.works.isEmpty else { return facets }
        let command = "annals why \(Shell.words(actors))\(facet.options)\(clocks.options)"
        return facets + [""] + text.bibliography + ["", "To cite these: \(command) --format bibtex"]
    }

    /// The sources of what decides and of what may, each with the event it is cited for.
    private func cited(_ evidence: [Evidence]) -> [CitedSource] {
        evidence.flatMap(\.deciding).flatMap { exhibit in
            (exhibit.logged.entry.content?.event).map { event in
                event.sources.map { CitedSource($0, for: event.title, at: exhibit.known.position) }
            } ?? []
        }
    }
}
