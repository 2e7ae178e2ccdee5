/// The value of a lane on a day: the winner, if there is one, and what it may be besides.
public struct LaneAnswer: Hashable, Sendable {
    /// The effect that decides when every imprecise date is read as late as it can be; nil when nothing is
    /// certainly in force.
    public let winner: KnownEffect?
    /// What the value may be instead, one effect a value, best placed first.
    public let alternatives: [KnownEffect]

    /// How sure an answer is.
    public enum Certainty: String, Sendable {
        /// Every reading of the dates gives this value.
        case certain
        /// Some readings of the dates give this value, others another or none.
        case possible
        /// Certain, and declared to have been so all along.
        case standing
    }

    /// How sure it is.
    public var certainty: Certainty {
        guard let winner, alternatives.isEmpty else { return .possible }
        return winner.effect.isStanding ? .standing : .certain
    }
}

extension LaneAnswer {
    /// The value of a lane on a day, from all its effects known at the time; nil when nothing is even
    /// possible.
    ///
    /// It is defined by an oracle: choose a day for every imprecise date within its bounds; the fold gives
    /// one value; a value is possible if some choice gives it and certain if all do. This finds the same
    /// without choosing. It is a function of a set: the order of `effects` does not matter.
    public static func of(_ effects: some Sequence<KnownEffect>, by method: FacetRule.Method, on day: Day)
        -> LaneAnswer?
    {
        let possible = effects.filter { $0.effect.isPossible(on: day) }
        guard !possible.isEmpty else { return nil }
        let certain = possible.filter { $0.effect.isCertain(on: day) }
        switch method {
        case .latest: return latest(possible, certain, on: day)
        case .highest: return highest(possible, certain, on: day)
        }
    }

    /// The effect that began last.
    ///
    /// One that may be in force can win exactly when it can have begun after the earliest possible begin of
    /// every effect certainly in force: any other can be read as not in force, or as begun earlier.
    private static func latest(_ possible: [KnownEffect], _ certain: [KnownEffect], on day: Day) -> LaneAnswer
    {
        let winner = certain.max { one, other in
            (one.effect.bounds.beginLatest, one.effect.bounds.beginEarliest, one.position, one.ordinal)
                < (
                    other.effect.bounds.beginLatest, other.effect.bounds.beginEarliest, other.position,
                    other.ordinal
                )
        }
        let threshold = certain.map(\.earliest).max()
        let contenders = possible.filter { contender in
            threshold.map { contender.latest(on: day) >= $0 } ?? true
        }
        return LaneAnswer(winner: winner, alternatives: others(than: winner, among: contenders, on: day))
    }

    /// The highest rank since the last `none`.
    ///
    /// The winner reads every certain date at its latest day and every other as not in force; that is one of
    /// the oracle's choices, so the winner's value is always possible.
    private static func highest(_ possible: [KnownEffect], _ certain: [KnownEffect], on day: Day)
        -> LaneAnswer
    {
        let lastNone = certain.filter(\.isNone).max { $0.latest(on: day) < $1.latest(on: day) }
        let standing = certain.filter { incident in
            !incident.isNone && lastNone.map { $0.latest(on: day) < incident.latest(on: day) } ?? true
        }
        let winner =
            standing.max { one, other in
                one.rank != other.rank ? one.rank < other.rank : one.latest(on: day) < other.latest(on: day)
            } ?? lastNone

        let nones = possible.filter(\.isNone)
        let earliestLastNone = certain.filter(\.isNone).map(\.earliest).max()
        let contenders = possible.filter { contender in
            let moment = contender.latest(on: day)
            // What would outrank it must have been ended by some `none`, after it and before the contender.
            let outranking = certain.filter { !$0.isNone && (contender.isNone || $0.rank > contender.rank) }
            let end =
                contender.isNone
                ? moment : nones.compactMap { $0.latest(before: moment, on: day) }.max()
            let survives = contender.isNone || earliestLastNone.map { $0 < moment } ?? true
            return survives && outranking.allSatisfy { higher in end.map { higher.earliest < $0 } ?? false }
        }
        return LaneAnswer(winner: winner, alternatives: others(than: winner, among: contenders, on: day))
    }

    private static func others(than winner: KnownEffect?, among contenders: [KnownEffect], on day: Day)
        -> [KnownEffect]
    {
        var best: [String: KnownEffect] = [:]
        for contender in contenders where contender.effect.value.name != winner?.effect.value.name {
            let value = contender.effect.value.name
            if best[value].map({ $0.latest(on: day) < contender.latest(on: day) }) ?? true {
                best[value] = contender
            }
        }
        return best.values.sorted { $0.latest(on: day) > $1.latest(on: day) }
    }
}

extension KnownEffect {
    fileprivate var rank: Int { effect.value.rank }
    /// Whether it claims that there is no hostility, which ends what was before it.
    fileprivate var isNone: Bool { rank == 1 }
}
