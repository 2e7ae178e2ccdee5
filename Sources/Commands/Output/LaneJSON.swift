import Annals

extension LaneID {
    /// What tells a lane from the others of its stream, as the first members of whatever is told of it.
    var members: [(key: String, value: JSONValue)] {
        [
            ("facet", .string(facet.rawValue)),
            ("key", key.isEmpty ? .null : .string(key)),
            ("from", .optional(from?.slug)),
            ("to", .optional(to?.slug)),
            ("claimant", claimant.isEmpty ? .null : .string(claimant)),
        ]
    }

    /// The same after the name of its relationship.
    var membersWithRelationship: [(key: String, value: JSONValue)] {
        [("relationship", .string(stream.name))] + members
    }
}

extension JSONValue {
    /// An object with what tells a lane first, and then the rest.
    static func of(_ members: [(key: String, value: JSONValue)], and rest: KeyValuePairs<String, JSONValue>)
        -> JSONValue
    {
        .object(members + rest.map { (key: $0.key, value: $0.value) })
    }
}
