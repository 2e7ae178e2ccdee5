import Annals

@testable import Projections

/// What is told of a lane, by whichever way it was worked out.
struct Told: Hashable {
    let lane: LaneID
    let value: Claim?
    let certainty: String
    let until: Span?
    let alternatives: [Claim]

    /// A value, and the event that claims it.
    struct Claim: Hashable {
        let value: String
        let level: Int?
        let modality: String
        let since: Span
        let grade: String
        let position: Position
        let event: EventID
        let title: String
    }

    /// A date as written, and the days it may mean.
    struct Span: Hashable {
        let edtf: String
        let earliest: Day
        let latest: Day
    }

    /// Every value it may have, nil for none of them.
    var possible: Set<String?> {
        Set(alternatives.map { Optional($0.value) } + [value?.value])
    }

    /// The answer in a line, for a failure to be read.
    var sketch: String {
        let winner = value.map { "\($0.value) \($0.position)" } ?? "nothing"
        return "\(certainty) \(winner)" + alternatives.map { ", or \($0.value) \($0.position)" }.joined()
            + (until.map { ", until \($0.edtf)" } ?? "")
    }
}

extension Told {
    /// What `Answers` tells.
    init(_ state: LaneState) {
        lane = state.lane
        value = state.value.map(Claim.init)
        certainty = state.certainty.rawValue
        until = state.until.map(Span.init)
        alternatives = state.alternatives.map(Claim.init)
    }

    /// What the sweep over all effects of a lane finds; nil when nothing is even possible.
    init?(sweeping effects: [KnownEffect], of lane: LaneID, on day: Day, title: (Position) -> String) {
        guard let answer = LaneAnswer.of(effects, by: Rulebook.one.rule(lane.facet).method, on: day) else {
            return nil
        }
        self.lane = lane
        value = answer.winner.map { Claim($0, title: title($0.position)) }
        certainty = answer.certainty.rawValue
        until = answer.winner.flatMap { known in
            known.effect.end.map { end in
                Span(
                    edtf: end,
                    earliest: known.effect.bounds.endEarliest.advanced(by: -1),
                    latest: known.effect.bounds.endLatest.advanced(by: -1)
                )
            }
        }
        alternatives = answer.alternatives.map { Claim($0, title: title($0.position)) }
    }
}

extension Told.Claim {
    init(_ claimed: ClaimedValue) {
        value = claimed.value
        level = claimed.level
        modality = claimed.modality
        since = Told.Span(claimed.since)
        grade = claimed.grade
        position = claimed.position
        event = claimed.event
        title = claimed.title
    }

    init(_ known: KnownEffect, title: String) {
        let effect = known.effect
        value = effect.value.name
        level = effect.value.level
        modality = effect.modality.rawValue
        since = Told.Span(
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

extension Told.Span {
    init(_ span: DateSpan) {
        self.init(edtf: span.edtf, earliest: span.earliest, latest: span.latest)
    }
}
