public import Annals

/// Who stood how with whom, over the whole history: what a graph file is written from.
///
/// The lanes, which are its edges, are not part of it: there may be more of them than memory holds, so they are
/// handed over one by one while the file is written.
public struct GraphFile: Hashable, Sendable {
    /// What it is about: `Afghanistan, 54 actors`.
    public var title: String
    /// What somebody who only has the file has to know, a sentence each: both clocks, the log and its position,
    /// the rulebook.
    public var notes: [String]
    /// The day that a format without a clock of its own shows.
    public var at: Day
    /// The actors, each once: also those that nobody has to do with.
    public var actors: [Actor]

    /// A graph of these actors.
    public init(title: String, notes: [String], at: Day, actors: [Actor]) {
        self.title = title
        self.notes = notes
        self.at = at
        self.actors = actors
    }

    /// A node of the graph.
    public struct Actor: Hashable, Sendable {
        /// Its slug.
        public var id: ActorID
        /// What it is called.
        public var name: String
        /// What sort it is; nil when nobody said.
        public var kind: ActorKind?
        /// Its codes by scheme: `iso3:AFG`.
        public var codes: [String]

        /// An actor.
        public init(id: ActorID, name: String, kind: ActorKind?, codes: [String]) {
            self.id = id
            self.name = name
            self.kind = kind
            self.codes = codes
        }
    }
}
