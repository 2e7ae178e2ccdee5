package import Annals

/// Somebody a draft names, with what the source tells of who that is.
package struct ImportedActor: Hashable, Sendable {
    /// The name, exactly as the draft has it.
    package let name: String
    /// Codes it may be known by, each `scheme:value`; they are looked up before the name.
    package let codes: [String]
    /// What sort of actor it is, where the source says so.
    package let kind: ActorKind?

    /// Somebody named in a draft.
    package init(name: String, codes: [String] = [], kind: ActorKind? = nil) {
        self.name = name
        self.codes = codes
        self.kind = kind
    }
}
