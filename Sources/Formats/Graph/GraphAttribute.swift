import Annals

/// What is said of a node or an edge besides how it is tied, in all formats of graphs under the same names.
struct GraphAttribute<Subject>: Sendable {
    /// Its name.
    let name: String
    /// Whether it is a whole number; a text otherwise.
    let isNumber: Bool
    /// What it says of somebody; nil for nothing.
    let value: @Sendable (Subject) -> String?

    init(_ name: String, isNumber: Bool = false, _ value: @escaping @Sendable (Subject) -> String?) {
        self.name = name
        self.isNumber = isNumber
        self.value = value
    }
}

extension GraphFile.Actor {
    /// What is said of an actor.
    static let attributes: [GraphAttribute<Self>] = [
        GraphAttribute("kind") { $0.kind?.rawValue },
        GraphAttribute("codes") { $0.codes.isEmpty ? nil : $0.codes.joined(separator: " ") },
    ]
}

extension GraphEdge {
    /// What is said of a lane, whatever the day.
    static let attributes: [GraphAttribute<Self>] = [
        GraphAttribute("facet") { $0.facet.rawValue },
        // Not `key`: networkx takes that for a name of its own.
        GraphAttribute("facet-key") { $0.key.isEmpty ? nil : $0.key },
        GraphAttribute("claimant") { $0.claimant.isEmpty ? nil : $0.claimant },
    ]
}

extension GraphEdge.Spell {
    /// What is said of a lane from one day to another.
    static let attributes: [GraphAttribute<Self>] = [
        GraphAttribute("value") { $0.value },
        GraphAttribute("level", isNumber: true) { $0.level.map { String($0) } },
        GraphAttribute("certainty") { $0.certainty.rawValue },
        GraphAttribute("alternatives") {
            $0.alternatives.isEmpty ? nil : $0.alternatives.joined(separator: " ")
        },
        GraphAttribute("grade") { $0.grade.code },
        GraphAttribute("position", isNumber: true) { String($0.position.rawValue) },
        GraphAttribute("event") { $0.event.description },
        GraphAttribute("because") { $0.title },
    ]
}
