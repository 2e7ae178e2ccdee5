import Support

@testable import Annals

/// Small records of one lane, every bound of every kind, so close together that they interfere.
struct RecordAtRandom {
    var random: SplitMix64
    let method: FacetRule.Method

    init(seed: UInt64, _ method: FacetRule.Method) {
        random = SplitMix64(seed: seed)
        self.method = method
    }

    /// The days the finite bounds lie on, and those worth asking for.
    static let days = 1...6

    /// One to five effects.
    mutating func next() -> [KnownEffect] {
        (0..<Int.random(in: 1...5, using: &random)).map { index in
            // Few positions, so that ordinals decide as well.
            effect(at: Position(rawValue: .random(in: 1...2, using: &random)), ordinal: index)
        }
    }

    private mutating func effect(at position: Position, ordinal: Int) -> KnownEffect {
        let value = value()
        let begin = begin()
        let isStanding = begin.upperBound == .distantPast
        let lapse = Bool.random(using: &random) && !isStanding ? value.lapsesAfter : nil
        return KnownEffect(
            effect: Effect(
                lane: LaneID(
                    stream: StreamID(ActorID.example),
                    facet: .hostility,
                    key: "",
                    from: nil,
                    to: nil,
                    claimant: ""
                ),
                value: value,
                bounds: bounds(begin, lapse: lapse),
                begin: "",
                end: nil,
                lapses: lapse != nil,
                modality: .asserted,
                grade: .unjudged
            ),
            position: position,
            ordinal: ordinal,
            event: EventID(high: 0, low: UInt64(ordinal))
        )
    }

    private mutating func value() -> FacetRule.Value {
        let number = Int.random(in: 1...(method == .latest ? 3 : 4), using: &random)
        return FacetRule.Value(
            name: method == .highest && number == 1 ? "none" : "value \(number)",
            level: nil,
            rank: method == .highest ? number : 0,
            lapsesAfter: method == .highest && number == 1 ? nil : .random(in: 1...3, using: &random)
        )
    }

    /// A day, some days, up to a day, from a day on, always, or no one knows.
    private mutating func begin() -> ClosedRange<Day> {
        let finite = span()
        return switch Int.random(in: 0..<12, using: &random) {
        case 0: .distantPast ... .distantPast
        case 1: .distantPast...finite.upperBound
        case 2: finite.lowerBound ... .distantFuture
        case 3: .distantPast ... .distantFuture
        case 4...7: finite.lowerBound...finite.lowerBound
        default: finite
        }
    }

    private mutating func bounds(_ begin: ClosedRange<Day>, lapse: Int?) -> DateBounds {
        if let lapse {
            let last = begin.lowerBound.advanced(by: lapse - 1)...begin.upperBound.advanced(by: lapse - 1)
            if let bounds = DateBounds(beginning: begin, through: last) { return bounds }
        }
        let finite = span()
        let last: ClosedRange<Day> =
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2: .distantFuture ... .distantFuture
            case 3: finite.lowerBound ... .distantFuture
            case 4: .distantPast ... .distantFuture
            case 5: .distantPast...finite.upperBound
            default: finite
            }
        return DateBounds(beginning: begin, through: last) ?? bounds(begin, lapse: nil)
    }

    private mutating func span() -> ClosedRange<Day> {
        let one = Int32.random(in: 1...6, using: &random)
        let other = min(one + Int32.random(in: 0...3, using: &random), 6)
        return Day(rawValue: one)...Day(rawValue: other)
    }
}
