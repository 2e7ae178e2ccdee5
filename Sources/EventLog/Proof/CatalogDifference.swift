/// Something the catalogs of a database say otherwise than they would had only this program set it up.
package struct CatalogDifference: Hashable, Sendable {
    let kind: String
    let name: String
    /// What it should be; nil for what should not be.
    let expected: String?
    /// What it is; nil for what is missing.
    let present: String?

    /// The differences between what is expected and what is there.
    ///
    /// Of a thing that is missing, or that somebody else put there, its parts and rights are not told as well.
    package static func all(
        between expected: [CatalogLine],
        and present: [CatalogLine]
    ) -> [CatalogDifference] {
        let differences = raw(expected, present)
        let whole = differences.filter { difference in
            Self.wholes.contains(difference.kind)
                && (difference.expected == nil || difference.present == nil)
        }
        let missing = Set(whole.filter { $0.present == nil }.map(\.name))
        let more = Set(whole.filter { $0.expected == nil }.map(\.name))
        return differences.filter { difference in
            guard !Self.wholes.contains(difference.kind) else { return true }
            let things = difference.things
            return missing.isDisjoint(with: things) && more.isDisjoint(with: things)
        }
    }

    /// Kinds of things that others are parts or rights of.
    private static let wholes: Set<String> = ["relation", "function", "schema"]

    private static func raw(_ expected: [CatalogLine], _ present: [CatalogLine]) -> [CatalogDifference] {
        struct Name: Hashable { let kind: String, name: String }
        var due = Dictionary(
            expected.map { (Name(kind: $0.kind, name: $0.name), $0.definition) },
            uniquingKeysWith: { first, _ in first }
        )
        var differences: [CatalogDifference] = []
        for line in present {
            let own = due.removeValue(forKey: Name(kind: line.kind, name: line.name))
            if own == line.definition { continue }
            differences.append(
                CatalogDifference(
                    kind: line.kind,
                    name: line.name,
                    expected: own,
                    present: line.definition
                )
            )
        }
        for line in expected where due[Name(kind: line.kind, name: line.name)] != nil {
            differences.append(
                CatalogDifference(
                    kind: line.kind,
                    name: line.name,
                    expected: line.definition,
                    present: nil
                )
            )
        }
        return differences
    }

    /// The names of the things it may be a part or a right of.
    private var things: [String] {
        switch kind {
        case "grant": [name.before(" to ")]
        case "index": [present, expected].compactMap { $0?.after(" ON ")?.before(" USING ") }
        case "column", "constraint", "trigger", "trigger off", "rule", "policy": [table, name]
        default: [name, name.hasPrefix("schema ") ? String(name.dropFirst(7)) : name]
        }
    }

    /// Of `annals.effect.value` the table.
    var table: String {
        name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    /// Of `annals.effect.value` what it is called in its table.
    var member: String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    }
}

extension String {
    fileprivate func before(_ part: String) -> String {
        firstRange(of: part).map { String(self[..<$0.lowerBound]) } ?? self
    }

    fileprivate func after(_ part: String) -> String? {
        firstRange(of: part).map { String(self[$0.upperBound...]) }
    }
}
