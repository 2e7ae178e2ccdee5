package import Annals
import EventLog

/// Effects of a lane that are told of beside those that decide: of what stands, and of what was replaced.
private let mostAside = 8

extension Ground {
    /// What each lane of a relationship or actor rests on, by both clocks, in the rulebook's order of facets.
    ///
    /// What had not begun on the day is not told of, but for what was corrected or withdrawn. It looks at the effects
    /// that can decide and a few around them, however long the history is.
    package func evidence(of stream: StreamID, asOf: AsOf, facet: Facet? = nil) throws -> [Evidence] {
        let candidates = try candidates(of: stream, asOf: asOf).filter {
            facet == nil || $0.effect.lane.facet == facet
        }
        let candidatesByLane = Dictionary(grouping: candidates, by: \.effect.lane)
        let answers = candidatesByLane.reduce(into: [:]) { answers, lane in
            answers[lane.key] = LaneAnswer.of(
                lane.value,
                by: rulebook.rule(lane.key.facet).method,
                on: asOf.at
            )
        }
        // So many that there is one more than is told of, were all that decide among them.
        let most = mostAside + 1 + (answers.values.map(\.deciding.count).max() ?? 0)
        let claims = Dictionary(
            grouping: try claims(of: stream, asOf: asOf, facet: facet, most: most),
            by: \.known.effect.lane
        )
        let selections = Set(claims.keys).union(answers.keys).sorted { $0.order < $1.order }.map { lane in
            Selection(lane, answers[lane], among: candidatesByLane[lane] ?? [], claims[lane] ?? [])
        }
        let events = Set(selections.flatMap(\.effects).map(\.event))
        let revisions = Dictionary(
            grouping: try entries(of: Array(events), known: asOf.known),
            by: \.entry.event
        )
        return selections.map { Evidence($0, revisions, on: asOf.at, rulebook: rulebook) }
    }
}

/// The effects of a lane that are told of.
private struct Selection {
    let lane: LaneID
    let answer: LaneAnswer?
    /// What was set aside, the last to begin first.
    let aside: [Claim]
    /// Whether more was.
    let isCut: Bool
    /// The effects of the lane that stood and that any of these may have been set aside for.
    let standing: [KnownEffect]

    init(_ lane: LaneID, _ answer: LaneAnswer?, among candidates: [KnownEffect], _ claims: [Claim]) {
        self.lane = lane
        self.answer = answer
        let deciding = Set(answer?.deciding ?? [])
        let others = claims.filter { !deciding.contains($0.known) }.sorted {
            $1.known.isPlaced(before: $0.known)
        }
        let sorts = [others.filter { $0.replaced == nil }, others.filter { $0.replaced != nil }]
        isCut = sorts.contains { $0.count > mostAside }
        aside = sorts.flatMap { $0.prefix(mostAside) }.sorted { $1.known.isPlaced(before: $0.known) }
        standing = candidates + sorts[0].map(\.known)
    }

    var effects: [KnownEffect] { (answer?.deciding ?? []) + aside.map(\.known) }
}

extension Evidence {
    fileprivate init(
        _ selection: Selection,
        _ revisions: [EventID: [LoggedEntry]],
        on day: Day,
        rulebook: Rulebook
    ) {
        let (rule, answer) = (rulebook.rule(selection.lane.facet), selection.answer)
        func exhibit(_ known: KnownEffect) -> Exhibit? {
            let all = (revisions[known.event] ?? []).sorted { $0.entry.revision < $1.entry.revision }
            guard let logged = all.first(where: { $0.position == known.position }) else { return nil }
            return Exhibit(
                known: known,
                logged: logged,
                earlier: all.filter { $0.entry.revision < logged.entry.revision }
            )
        }
        lane = selection.lane
        method = rule.method
        isCut = selection.isCut
        state = answer.map { answer in
            LaneState(selection.lane, answer, on: day, rulebook: rulebook) { known in
                exhibit(known)?.logged.entry.content?.event?.title ?? ""
            }
        }
        winner = (answer?.winner).flatMap(exhibit)
        alternatives = (answer?.alternatives ?? []).compactMap(exhibit)
        setAside = selection.aside.compactMap { claim in
            guard let exhibit = exhibit(claim.known) else { return nil }
            guard let replaced = claim.replaced else {
                let rule = SetAside(
                    claim.known,
                    beside: answer,
                    among: selection.standing,
                    by: rule.method,
                    on: day
                )
                return rule.map { (exhibit, $0) }
            }
            let by = revisions[claim.known.event]?.first { $0.position == replaced }
            return (exhibit, by?.entry.kind == .retracted ? .retracted(replaced) : .corrected(replaced))
        }
    }
}

extension LaneAnswer {
    /// What decides, and what may.
    fileprivate var deciding: [KnownEffect] { [winner].compactMap { $0 } + alternatives }
}

extension KnownEffect {
    /// Whether it stands before another in the order in which effects begin.
    fileprivate func isPlaced(before other: KnownEffect) -> Bool {
        let (mine, its) = (effect.bounds, other.effect.bounds)
        return (mine.beginLatest, mine.beginEarliest, position, ordinal)
            < (its.beginLatest, its.beginEarliest, other.position, other.ordinal)
    }
}
