package import Annals

/// An actor as others are told of it.
package struct SharedActor: Hashable, Sendable {
    /// An identity by its slug.
    package var uuid: EventID
    /// The slug.
    package var id: ActorID
    /// What it is called.
    package var name: String
    /// What sort it is; nil when nobody said.
    package var kind: ActorKind?
    /// Its other names.
    package var aliases: [String]
    /// Its codes by scheme: `iso3:AFG`.
    package var codes: [String]
    /// When anything was first recorded of it, and when last.
    package var created, recorded: RecordedTime

    /// An actor.
    package init(
        uuid: EventID,
        id: ActorID,
        name: String,
        kind: ActorKind?,
        aliases: [String],
        codes: [String],
        created: RecordedTime,
        recorded: RecordedTime
    ) {
        self.uuid = uuid
        self.id = id
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.codes = codes
        self.created = created
        self.recorded = recorded
    }

    /// Its codes, each apart: `iso3`, `AFG`.
    var parts: [(scheme: String, value: String)] {
        codes.compactMap { code in
            code.firstIndex(of: ":").map { colon in
                (String(code[..<colon]), String(code[code.index(after: colon)...]))
            }
        }
    }
}
