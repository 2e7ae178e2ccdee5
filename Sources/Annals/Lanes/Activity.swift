/// One event more, or fewer, in the monthly counts of a relationship, for tempo and sparklines.
public struct Activity: Hashable, Sendable {
    /// The relationship or actor.
    public let stream: StreamID
    /// Who acted.
    public let from: ActorID
    /// Towards whom; nil for an event of one actor.
    public let to: ActorID?
    /// The first day of the month it began in; minus infinity when its date is no sharper than that.
    public let month: Day
    /// Verbal or material, cooperation or conflict.
    public let quadClass: QuadClass
    /// +1 for an event that counts, −1 for one that no longer does.
    public let events: Int
    /// Its PLOVER score in tenths, with the sign of `events`.
    public let scoreInTenths: Int
}
