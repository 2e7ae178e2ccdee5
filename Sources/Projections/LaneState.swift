package import Annals

/// The value of a lane, with where it comes from.
package struct LaneState: Hashable, Sendable {
    /// The lane.
    package let lane: LaneID
    /// What is in force; nil when nothing certainly is.
    package internal(set) var value: ClaimedValue?
    /// How sure that is.
    package let certainty: LaneAnswer.Certainty
    /// Its claimed end; nil when nobody claimed one.
    package let until: DateSpan?
    /// Whether the rulebook holds it too old to rely on.
    package let isStale: Bool
    /// What it may be instead.
    package internal(set) var alternatives: [ClaimedValue]

    /// What is said of a lane on a day.
    init(
        lane: LaneID,
        value: ClaimedValue?,
        certainty: LaneAnswer.Certainty,
        until: DateSpan?,
        on day: Day,
        rulebook: Rulebook,
        alternatives: [ClaimedValue]
    ) {
        self.lane = lane
        self.value = value
        self.certainty = certainty
        self.until = until
        isStale =
            value?.since.latest.isLong(before: day, staleAfter: rulebook.rule(lane.facet).staleAfter) ?? false
        self.alternatives = alternatives
    }

    /// What an answer on a day says of a lane.
    init(
        _ lane: LaneID,
        _ answer: LaneAnswer,
        on day: Day,
        rulebook: Rulebook,
        title: (KnownEffect) -> String
    ) {
        self.init(
            lane: lane,
            value: answer.winner.map { ClaimedValue($0, title: title($0)) },
            certainty: answer.certainty,
            until: answer.winner.flatMap { $0.effect.until },
            on: day,
            rulebook: rulebook,
            alternatives: answer.alternatives.map { ClaimedValue($0, title: title($0)) }
        )
    }
}

/// A value, and the event that claims it.
package struct ClaimedValue: Hashable, Sendable {
    /// The value.
    package let value: String
    /// −2 hostile to +2 allied; nil where there is no better or worse.
    package let level: Int?
    /// How it is claimed.
    package let modality: String
    /// Since when.
    package let since: DateSpan
    /// How good source and claim are.
    package let grade: String
    /// The position of the entry.
    package let position: Position
    /// The event.
    package let event: EventID
    /// The event's title.
    package internal(set) var title: String

    init(_ known: KnownEffect, title: String) {
        let effect = known.effect
        value = effect.value.name
        level = effect.value.level
        modality = effect.modality.rawValue
        since = DateSpan(
            edtf: effect.begin,
            earliest: effect.bounds.beginEarliest,
            latest: effect.bounds.beginLatest
        )
        grade = effect.grade.code
        position = known.position
        event = known.event
        self.title = title
    }
}

/// A date as written, and the days it may mean.
package struct DateSpan: Hashable, Sendable {
    /// As written.
    package let edtf: String
    /// The first day it may mean.
    package let earliest: Day
    /// The last day it may mean.
    package let latest: Day
}

extension Effect {
    /// The claimed end, as the last days on which it may hold.
    fileprivate var until: DateSpan? {
        end.map { end in
            DateSpan(
                edtf: end,
                earliest: bounds.endEarliest.advanced(by: -1),
                latest: bounds.endLatest.advanced(by: -1)
            )
        }
    }
}

extension Day {
    fileprivate func isLong(before day: Day, staleAfter days: Int?) -> Bool {
        guard let days, isFinite else { return false }
        return advanced(by: days) < day
    }
}
