import Postgres

/// The streams that what an entry says touches, found without making an event of it.
///
/// It is what `Derivation` says of a checked event: every actor with every recipient; without recipients every two
/// actors; an actor alone by itself; and on top every pair an effect names. The rulebook's own effects are between
/// the same pairs.
struct TouchedStreams {
    private var names: [String] = []

    /// Adds those of an entry whose columns `actors`, `recipients`, `effects` and `actor` stand there in a row.
    mutating func add(
        _ row: Row,
        actors: Int,
        recipients: Int,
        effects: Int,
        actor: Int
    ) throws {
        add(try row[actors, as: [String]?.self] ?? [], try row[recipients, as: [String]?.self] ?? [])
        _ = try row.withBytes(at: effects) { value throws(StoredJSON.Unreadable) in
            var json = try StoredJSON(value)
            try json.list { json throws(StoredJSON.Unreadable) in
                let values = try json.object(StoredClaim.names)
                add(try json.string(values[2]), try json.string(values[3]))
            }
        }
        _ = try row.withBytes(at: actor) { value throws(StoredJSON.Unreadable) in
            var json = try StoredJSON(value)
            add(try json.string(json.object(StoredActor.names)[0]), nil)
        }
    }

    /// The names, each once, in the order of their bytes.
    var sorted: [String] {
        names.count < 2 ? names : Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func add(_ actors: [String], _ recipients: [String]) {
        let before = names.count
        for (index, one) in actors.enumerated() {
            for other in recipients.isEmpty ? Array(actors[(index + 1)...]) : recipients where other != one {
                add(one, other)
            }
        }
        if names.count == before { names += actors }
    }

    private mutating func add(_ one: String?, _ other: String?) {
        // Nothing that annals writes lacks the first: no stream is called so, and SQL finds none either.
        guard let one else { return names.append(other.map { $0 + "/" + $0 } ?? "") }
        guard let other, other != one else { return names.append(one) }
        let isFirst = one.utf8.lexicographicallyPrecedes(other.utf8)
        names.append(isFirst ? one + "/" + other : other + "/" + one)
    }
}

extension StoredJSON {
    fileprivate func string(_ value: Value) throws(Unreadable) -> String? {
        guard case .text(let text) = value else { return nil }
        return String(decoding: try utf8(text), as: UTF8.self)
    }
}
