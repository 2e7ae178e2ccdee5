import Annals

/// Which entry: the event, and the how-manieth of its entries.
struct LogKey: Hashable, Sendable, CustomStringConvertible {
    let event: EventID
    let revision: Int32

    var description: String { "\(event) revision \(revision)" }
}
