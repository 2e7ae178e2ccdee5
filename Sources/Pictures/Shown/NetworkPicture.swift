package import Annals

/// Who stood how with whom on a day: what the network and the matrix are drawn from.
package struct NetworkPicture: Hashable, Sendable {
    /// What it says of itself.
    package var caption: Caption
    /// The actors, in the order a matrix has them.
    package var actors: [Actor]
    /// The pairs of which anything is known on the day, each once, `one` before `other` in slug order.
    package var ties: [Tie]
    /// How often two actors were in touch over the whole history, each pair once, in slug order.
    ///
    /// Whatever the day: the layout is computed from it, so that nobody moves from date to date.
    package var everTied: [Bond]

    package init(caption: Caption, actors: [Actor], ties: [Tie], everTied: [Bond]) {
        self.caption = caption
        self.actors = actors
        self.ties = ties
        self.everTied = everTied
    }

    package struct Actor: Hashable, Sendable {
        package var id: ActorID
        /// What it is called.
        package var name: String
        /// What sort it is, as the log calls it: `armed-group`; nil when nobody said.
        package var kind: String?

        package init(id: ActorID, name: String, kind: String?) {
            self.id = id
            self.name = name
            self.kind = kind
        }
    }

    /// How two actors stood: the worst of their lanes, or the one asked for.
    package struct Tie: Hashable, Sendable {
        package var one: ActorID
        package var other: ActorID
        /// The lane that is drawn.
        package var lane: ShownLane
        /// What it says.
        package var claim: ShownClaim
        /// How many lanes of theirs are known.
        package var lanes: Int

        package init(one: ActorID, other: ActorID, lane: ShownLane, claim: ShownClaim, lanes: Int) {
            self.one = one
            self.other = other
            self.lane = lane
            self.claim = claim
            self.lanes = lanes
        }
    }

    package struct Bond: Hashable, Sendable {
        package var one: ActorID
        package var other: ActorID
        /// How many events or effects there are between them, at least 1.
        package var weight: Int

        package init(one: ActorID, other: ActorID, weight: Int) {
            self.one = one
            self.other = other
            self.weight = weight
        }
    }
}
