import Annals
import EventLog
import Formats
import Postgres
import Projections

extension NetworkReport {
    /// Writes the whole history, or the date asked for where the form has no clock, for a program that draws graphs.
    func writeGraph(to output: OutputFile, as format: any GraphFormat.Type, _ log: Log) throws {
        let clocks = headings.clocks
        let bonds = try Answers(log).bonds(known: clocks.known, of: actors)
        let everybody = Set(bonds.keys.flatMap(\.actors) + (actors ?? []))
        let named = try NetworkReport(self, naming: everybody, log)
        let graph = GraphFile(
            title: title,
            notes: [
                "\(headings.atLine) where only one date is shown.", "\(headings.knownLine).",
                "\(headings.origin).",
            ],
            at: clocks.at,
            actors: everybody.sorted().map { actor in
                GraphFile.Actor(
                    id: actor,
                    name: named.headings.name(actor),
                    kind: named.profiles[actor]?.kind.flatMap { ActorKind(rawValue: $0) },
                    codes: named.profiles[actor]?.codes ?? []
                )
            }
        )
        try format.write(
            graph,
            edges: { add in
                try Answers(log).courses(of: actors, known: clocks.known) { course, _ in
                    for lane in course.lanes where facet == nil || lane.lane.facet == facet {
                        if let edge = GraphEdge(lane, within: course.days) { try add(edge) }
                    }
                }
            },
            to: { try output.write($0) }
        )
    }
}

extension GraphEdge {
    fileprivate init?(_ lane: Course.Lane, within days: ClosedRange<Day>) {
        self.init(
            lane: lane.lane,
            spells: lane.stretches.compactMap { stretch in
                guard let claim = stretch.state.drawn, let grade = Grade(claim.grade) else { return nil }
                return Spell(
                    first: stretch.days.lowerBound == days.lowerBound ? nil : stretch.days.lowerBound,
                    last: stretch.days.upperBound == days.upperBound ? nil : stretch.days.upperBound,
                    value: stretch.state.value?.value,
                    level: claim.level,
                    certainty: stretch.state.certainty,
                    alternatives: stretch.state.alternatives.map(\.value),
                    grade: grade,
                    position: claim.position,
                    event: claim.event,
                    title: claim.title
                )
            }
        )
    }
}
