import Annals
import EventLog
import Pictures
import Projections

extension NetworkReport {
    /// Those a matrix shows: who was asked about, or everybody who has a tie on the date, in slug order.
    var matrixActors: [ActorID] {
        if let actors, actors.count > 1 { return actors }
        return Set(ties.flatMap(\.stream.actors) + (actors ?? [])).sorted()
    }

    /// Refuses to draw more actors than anybody could make out.
    func refuse(_ count: Int, most: Int, _ what: String) throws(Failure) {
        guard count > most else { return }
        throw Failure(
            .badData,
            "network",
            "\(count) actors are more than \(what) can show, which is \(most)",
            help:
                "name some of them, or one (annals network ACTOR); all of them are in --format csv, json and gexf"
        )
    }

    /// The matrix to be drawn.
    func matrix() throws(Failure) -> NetworkPicture {
        let actors = matrixActors
        try refuse(actors.count, most: NetworkPicture.mostInMatrix, "a matrix")
        return picture(actors, bonds: [:])
    }

    /// The network to be drawn: with everybody who ever had anything to do with those asked about, so that nobody
    /// moves from date to date.
    func network(_ log: Log) throws -> NetworkPicture {
        let bonds = try Answers(log).bonds(known: headings.clocks.known, of: actors)
        let everybody = Set(bonds.keys.flatMap(\.actors) + ties.flatMap(\.stream.actors) + (actors ?? []))
        try refuse(everybody.count, most: NetworkPicture.mostDrawn, "a picture of a network")
        return try NetworkReport(self, naming: everybody, log).picture(everybody.sorted(), bonds: bonds)
    }

    /// Whom it is about, beside what is told of them.
    private var whom: String {
        guard let actors else { return "All actors" }
        return actors.count == 1 ? title : "\(actors.count) actors"
    }

    private func picture(_ actors: [ActorID], bonds: [StreamID: Int]) -> NetworkPicture {
        NetworkPicture(
            caption: headings.caption(
                whom,
                "who stood how with whom",
                notes: [
                    facet.map { "Of each pair \($0.rawValue) is drawn." }
                        ?? "Of each pair the worst facet is drawn."
                ]
            ),
            actors: actors.map { actor in
                NetworkPicture.Actor(id: actor, name: headings.name(actor), kind: profiles[actor]?.kind)
            },
            ties: ties.map { tie in
                NetworkPicture.Tie(
                    one: tie.stream.actors[0],
                    other: tie.stream.actors[1],
                    lane: ShownLane(tie.standing.worst.lane),
                    claim: tie.claim,
                    lanes: tie.standing.lanes
                )
            },
            everTied: bonds.sorted { $0.key < $1.key }.map { stream, weight in
                NetworkPicture.Bond(one: stream.actors[0], other: stream.actors[1], weight: weight)
            }
        )
    }
}
