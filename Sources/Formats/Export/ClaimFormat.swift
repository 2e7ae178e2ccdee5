/// A kind of file that actors and what held between them are shared in, piece by piece: an actor comes before what
/// names it.
package protocol ClaimFormat {
    /// Whether it can say of a claim that it was revoked; otherwise such claims are not handed to it.
    static var showsRevoked: Bool { get }

    /// A file that says this of itself.
    init(_ record: SharedRecord)

    /// What stands before everything.
    var head: String { get }

    /// What stands for an actor.
    mutating func text(of actor: SharedActor) -> String

    /// What stands for a claim.
    mutating func text(of claim: SharedClaim) -> String

    /// What stands for an event; empty in a format that has only what held.
    mutating func text(of event: SharedEvent) -> String

    /// What stands after everything.
    var foot: String { get }

    /// What of the claims so far it could not carry.
    var claimLosses: Losses { get }

    /// What of the events so far it could not carry.
    var eventLosses: Losses { get }
}
