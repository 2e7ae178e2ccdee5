/// What sort of actor it is.
public enum ActorKind: String, CaseIterable, Sendable {
    case state, government
    case armedGroup = "armed-group"
    case organisation, faction, population
    /// "The West", "regional states": an actor of its own, never expanded into members.
    case collective
}
