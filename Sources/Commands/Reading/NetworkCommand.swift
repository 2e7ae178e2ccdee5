import Annals
import ArgumentParser
import EventLog
import Formats
import Pictures
import Projections

/// `annals network`.
struct NetworkCommand: AnnalsSubcommand {
    /// The forms its answer can be given in.
    enum Format: String, CaseIterable, ExpressibleByArgument, Sendable {
        case text, json, csv, tsv, md, svg, html, gexf, graphml, dot
    }

    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "Who stood how with whom on a date: a list, a matrix, a picture.",
        discussion: """
            Of everybody; with one actor, of that one with everybody; with several, of those among each other. Where \
            one thing has to stand for a relationship it is the facet on which the two stand worst, unless --facet \
            names one. --format svg and html draw the network, in which nobody moves from date to date, or with \
            --matrix the matrix; gexf has the whole history for Gephi's timeline, graphml and dot the date asked \
            for. Exits with 1 when nothing is known.
            """
    )

    @Argument(
        help: "Any number of actors, by any name, alias or code; none for everybody.",
        completion: .actors
    )
    var actors: [String] = []

    @Flag(help: "Draw everybody against everybody: the friendship chart.")
    var matrix = false

    @OptionGroup var facet: FacetOption
    @OptionGroup var clocks: ClockOptions
    @OptionGroup var form: FormatOptions<Format>
    @OptionGroup var receipt: ReceiptOption
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        let format = try form.chosen(global, json: .json, otherwise: .text)
        guard !matrix || [.text, .svg, .html].contains(format) else {
            throw ValidationError(
                "--matrix is drawn as text, svg or html; \(format.rawValue) has the same without it."
            )
        }
        guard receipt.receipt == nil || ![.gexf, .graphml, .dot].contains(format) else {
            throw ValidationError(
                "A receipt is of one facet of each pair: --receipt does not go with --format \(format.rawValue)."
            )
        }
    }

    func execute() throws {
        let format = try form.chosen(global, json: .json, otherwise: .text)
        let facet = try facet.read()
        let receipt = try receipt.open()
        let output = try form.open()
        let session = try Session.open(global, for: "network")
        var question = try session.question(.network, about: actors, clocks)
        question.facet = facet
        let report = try NetworkReport(question, session.log)
        try receipt?.write(question, answer: [report.json], from: session.log)
        switch format {
        case .json: try output.write(lines: [report.json.line])
        case .csv, .tsv, .md:
            if let rows = RowFormat(rawValue: format.rawValue) { try report.write(to: output, as: rows) }
        case .text where matrix:
            try output.write(
                text: MatrixText(report: report, marks: global.marks).lines(),
                ascii: global.ascii
            )
        case .text:
            try output.write(
                text: NetworkText(report: report, marks: global.marks).lines,
                ascii: global.ascii
            )
        case .svg: try output.write(matrix ? report.matrix().matrixSVG : report.network(session.log).svg)
        case .html: try output.write(matrix ? report.matrix().matrixHTML : report.network(session.log).html)
        case .gexf: try report.writeGraph(to: output, as: GEXF.self, session.log)
        case .graphml: try report.writeGraph(to: output, as: GraphML.self, session.log)
        case .dot: try report.writeGraph(to: output, as: DOT.self, session.log)
        }
        try output.finish()
        if report.ties.isEmpty { throw Failure(.no, []) }
    }
}
