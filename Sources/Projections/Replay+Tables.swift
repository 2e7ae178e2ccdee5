extension Replay {
    /// A table of the projections.
    struct Table: Sendable {
        let name: String
        /// The columns of its primary key, by which two versions of a row are told to be of the same.
        let key: [String]
    }

    /// The tables that make up the projections, in the order in which they are told of.
    static let tables = [
        Table(name: "effect", key: ["stream", "event_id", "revision", "ordinal"]),
        Table(name: "lane", key: ["stream", "lane"]),
        Table(name: "occurrence", key: ["stream", "known_from"]),
        Table(name: "known_month", key: ["stream", "month"]),
        Table(name: "activity", key: ["stream", "from_actor", "to_actor", "month", "quad_class"]),
        Table(name: "actor", key: ["slug", "event_id", "revision"]),
        Table(name: "actor_name", key: ["folded", "scheme", "slug", "event_id", "revision"]),
        Table(name: "set_aside", key: ["position"]),
    ]

    static let tableNames = tables.map(\.name)
}
