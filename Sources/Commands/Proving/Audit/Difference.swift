import Annals

/// One place in which the answer of a receipt and that of the log are not the same.
struct Difference {
    /// Where: `agreement doha-2020 · since.edtf`.
    let path: [String]
    /// What the receipt has there; nil for nothing.
    let receipt: JSONValue?
    /// What the log gives; nil for nothing.
    let log: JSONValue?
    /// The entries the two rest on there.
    let positions: [Position]
}

extension Difference {
    /// Every place in which two answers differ.
    static func all(between receipt: [JSONValue], and log: [JSONValue]) -> [Difference] {
        // An answer of one line needs no name for it.
        if let one = receipt.first, let other = log.first, receipt.count == 1, log.count == 1 {
            return between(one, other, [], [])
        }
        return between(.array(receipt), .array(log), [], [])
    }

    private static func between(
        _ receipt: JSONValue?,
        _ log: JSONValue?,
        _ path: [String],
        _ positions: [Position]
    ) -> [Difference] {
        if let receipt, let log, receipt.line == log.line { return [] }
        let own = [receipt?.position, log?.position].compactMap { $0 }
        let positions = own.isEmpty ? positions : own[0] == own.last ? [own[0]] : own
        switch (receipt, log) {
        case (.object(let old), .object(let new)):
            return keys(old, new).flatMap { key in
                between(
                    old.first { $0.key == key }?.value,
                    new.first { $0.key == key }?.value,
                    path + [key],
                    positions
                )
            }
        case (.array(let old), .array(let new)):
            return elements(old, new, path, positions)
        default:
            return [Difference(path: path, receipt: receipt, log: log, positions: positions)]
        }
    }

    private static func elements(
        _ old: [JSONValue],
        _ new: [JSONValue],
        _ path: [String],
        _ positions: [Position]
    ) -> [Difference] {
        let (one, other) = (labels(old), labels(new))
        let ones = Dictionary(uniqueKeysWithValues: zip(one, old))
        let others = Dictionary(uniqueKeysWithValues: zip(other, new))
        let found = (one + other.filter { ones[$0] == nil }).flatMap { label in
            between(ones[label], others[label], path + [label], positions)
        }
        // The same elements, in another order.
        guard found.isEmpty else { return found }
        return [Difference(path: path, receipt: .array(old), log: .array(new), positions: positions)]
    }

    /// What the elements of a list are told apart by: what they are about, or else their place.
    private static func labels(_ items: [JSONValue]) -> [String] {
        let labels = items.compactMap(\.label)
        return labels.count == items.count && Set(labels).count == labels.count
            ? labels : items.indices.map { "[\($0)]" }
    }

    private static func keys(
        _ old: [(key: String, value: JSONValue)],
        _ new: [(key: String, value: JSONValue)]
    ) -> [String] {
        old.map(\.key) + new.map(\.key).filter { key in !old.contains { $0.key == key } }
    }
}

extension JSONValue {
    /// The member of an object.
    fileprivate func member(_ key: String) -> JSONValue? {
        if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
    }

    fileprivate func text(_ key: String) -> String? {
        if case .string(let text)? = member(key) { text } else { nil }
    }

    /// The entry it rests on: its own, or the one that it names beside what follows from it.
    fileprivate var position: Position? {
        if case .number(let number)? = member("position") { return Position(rawValue: Int64(number)) }
        return (member("entry") ?? member("cause"))?.position
    }

    /// What an element of a list is about, for people: a lane, a change, an event, an actor, a possible value.
    fileprivate var label: String? {
        if let facet = text("facet") {
            let direction = text("from").flatMap { from in text("to").map { "\(from) → \($0)" } }
            let claimant = text("claimant").map { "says \($0)" }
            let days = member("days").flatMap { $0.text("first") }.map { "from \($0) on" }
            let words = [text("relationship"), facet, text("key"), direction, claimant, days]
            return words.compactMap { $0 }.joined(separator: " ")
        }
        if member("revision") != nil || member("rule") != nil, let position { return position.description }
        return text("actor") ?? text("value") ?? text("stream") ?? text("relationship")
    }
}
