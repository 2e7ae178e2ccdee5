import Annals
import EventLog
import Formats
import Projections

/// What other commands write too, of all that is asked for.
extension Export {
    /// Writes the graph of who stood how with whom, over the whole history.
    ///
    /// - Returns: whether nobody had to do with anybody.
    func writeGraph(to output: OutputFile) throws -> Bool {
        let question = Question(verb: .network, actors: actors, clocks: clocks)
        let report = try NetworkReport(question, log)
        try report.writeGraph(to: output, as: GEXF.self, log)
        return try Answers(log).bonds(known: clocks.known, of: question.subjects).isEmpty
    }

    /// Writes the works that the events cite, each once.
    ///
    /// - Returns: whether there were none.
    func writeSources(to output: OutputFile) throws -> Bool {
        var sources: [CitedSource] = []
        try forEachEvent { event in
            sources += event.event.sources.map { CitedSource($0, for: event.event.title, at: event.position) }
        }
        try output.write(BibTeX.write(sources))
        return sources.isEmpty
    }
}
