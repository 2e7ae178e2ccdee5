import Annals

/// An actor as somebody named it.
struct AskedActor: Hashable {
    /// The name, alias or code that was given.
    let asked: String
    /// Whom it found.
    let actor: ActorID
}

extension [AskedActor] {
    /// The stream of one actor, or of the relationship of two.
    func stream() throws(Failure) -> StreamID {
        guard count == 2 else { return StreamID(self[0].actor) }
        guard let stream = StreamID(self[0].actor, self[1].actor) else {
            throw Failure(
                .badData,
                "relationship",
                "\(self[0].asked) and \(self[1].asked) are the same actor, \(self[0].actor)",
                help: "a relationship needs two different actors"
            )
        }
        return stream
    }
}
