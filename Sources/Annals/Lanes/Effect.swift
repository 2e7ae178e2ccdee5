/// What an event does to one lane: the value it sets and the bounds of when that holds.
///
/// Nothing is stored about where a value is superseded, so a late event is one more effect, whatever came
/// after it in the world.
public struct Effect: Hashable, Sendable {
    /// The lane.
    public let lane: LaneID
    /// The value.
    public let value: FacetRule.Value
    /// When it begins and stops holding.
    public let bounds: DateBounds
    /// Its begin as written.
    public let begin: String
    /// Its end as written; nil when nobody claimed one.
    public let end: String?
    /// Whether it stops by itself, being an incident nobody claimed an interval for.
    public let lapses: Bool
    /// How it is claimed.
    public let modality: Modality
    /// How good source and claim are.
    public let grade: Grade

    /// An effect on a lane.
    public init(
        lane: LaneID,
        value: FacetRule.Value,
        bounds: DateBounds,
        begin: String,
        end: String?,
        lapses: Bool,
        modality: Modality,
        grade: Grade
    ) {
        self.lane = lane
        self.value = value
        self.bounds = bounds
        self.begin = begin
        self.end = end
        self.lapses = lapses
        self.modality = modality
        self.grade = grade
    }

    /// Whether it is in force at the end of a day, whichever days its dates turn out to mean.
    public func isCertain(on day: Day) -> Bool {
        bounds.beginLatest <= day && day < bounds.endEarliest
    }

    /// Whether it may be in force at the end of a day.
    public func isPossible(on day: Day) -> Bool {
        bounds.beginEarliest <= day && day < bounds.endLatest
    }

    /// Whether it was declared to have been so all along (`..`), rather than to have begun.
    public var isStanding: Bool { bounds.beginLatest == .distantPast }
}
