package import Annals

/// A line of the JSON form in which annals takes and gives its record: one object, of one of four kinds.
///
///     {"actor":"taliban","name":"Taliban","kind":"armed-group"}
///     {"on":"2013","actors":["taliban"],"recipients":["qatar"],"title":"Attempt to open an office in Doha"}
///     {"correct":"#57","because":"The press dates it to the day.","on":"2013-06-18"}
///     {"retract":"#58","because":"Entered twice."}
package enum JSONLine: Hashable, Sendable {
    /// What is said of an actor.
    case actor(ActorDraft)
    /// An event to record, with the id its writer gave it.
    case event(id: String?, EventDraft)
    /// What changes about the event of an id or a position (`#57`), and why.
    case correction(of: String, because: String?, EventChanges)
    /// The event of an id or a position is taken back, and why.
    case retraction(of: String, because: String?)
}
