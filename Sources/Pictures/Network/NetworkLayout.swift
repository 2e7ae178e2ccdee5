package import Annals

/// Where the actors of a network stand.
///
/// It depends on who is there and who ever had to do with whom, never on a day, so that nobody moves from date to
/// date. Each actor has a field of its own, with room for its mark and its name below, and no two fields overlap.
package struct NetworkLayout: Hashable, Sendable {
    /// How much room an actor has.
    static let field = (width: 120.0, height: 74.0)

    /// The middle of each actor's field, in pixels.
    let places: [ActorID: Point]
    /// How large the whole is, in pixels.
    let width: Double
    let height: Double

    /// Lays out the actors by the bonds between them; what nothing connects stands side by side.
    package init(actors: some Sequence<ActorID>, bonds: some Sequence<NetworkPicture.Bond>) {
        let graph = BondGraph(actors: actors, bonds: bonds)
        let parts = graph.components.map { component in
            let scaled = StressMajorisation.places(graph.distances(within: component))
            return Plot(actors: component.map { graph.actors[$0] }, places: Elbowroom.places(scaled))
        }
        var places: [ActorID: Point] = [:]
        let (plots, size) = Plot.sideBySide(parts)
        for plot in plots {
            for (actor, place) in zip(plot.actors, plot.places) {
                // Whole pixels, so that a machine that rounds otherwise draws the same.
                places[actor] = Point(
                    x: (place.x * Self.field.width).rounded(),
                    y: (place.y * Self.field.height).rounded()
                )
            }
        }
        self.places = places
        width = (size.x * Self.field.width).rounded(.up)
        height = (size.y * Self.field.height).rounded(.up)
    }
}
