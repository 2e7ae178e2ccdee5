package import Annals

/// What an entry means for the projections, as `annals.apply` takes it.
package struct StoredDerivation: Encodable {
    var streams: [String]
    var effects: [StoredEffect]
    var activity: [StoredActivity]
    var actor: StoredName?

    package init(_ derivation: Derivation) {
        streams = derivation.streams.map(\.name)
        effects = derivation.effects.enumerated().map { StoredEffect($1, ordinal: $0) }
        activity = derivation.activity.map(StoredActivity.init)
        actor = derivation.actor.map(StoredName.init)
    }
}

/// A row of `annals.effect` without its place in the log, and how wide it is for `annals.lane`.
struct StoredEffect: Encodable {
    var stream, facet, key, from_actor, to_actor, claimant, value: String
    var level: Int?
    var rank, shape, ordinal: Int
    var begin_earliest, begin_latest, end_earliest, end_latest: String
    var begin_edtf: String
    var end_edtf: String?
    var modality, grade: String
    var width, length: Int

    init(_ effect: Effect, ordinal: Int) {
        stream = effect.lane.stream.name
        facet = effect.lane.facet.rawValue
        key = effect.lane.key
        from_actor = effect.lane.from?.slug ?? ""
        to_actor = effect.lane.to?.slug ?? ""
        claimant = effect.lane.claimant
        value = effect.value.name
        level = effect.value.level
        rank = effect.value.rank
        shape = effect.shape.rawValue
        self.ordinal = ordinal
        let bounds = effect.bounds
        begin_earliest = bounds.beginEarliest.description
        begin_latest = bounds.beginLatest.description
        end_earliest = bounds.endEarliest.description
        end_latest = bounds.endLatest.description
        begin_edtf = effect.begin
        end_edtf = effect.end
        modality = effect.modality.rawValue
        grade = effect.grade.code
        width = Self.days(from: bounds.beginEarliest, to: bounds.beginLatest)
        length = Self.days(from: bounds.beginEarliest, to: bounds.endLatest)
    }

    /// What `annals.lane` takes for "without limit": longer than anybody looks around a day.
    private static let unlimited = 1_000_000

    private static func days(from first: Day, to last: Day) -> Int {
        first.isFinite && last.isFinite ? min(Int(last.rawValue) - Int(first.rawValue), unlimited) : unlimited
    }
}

extension Effect {
    /// How an effect can be looked for: of those dated to the day, one probe finds the last.
    enum Shape: Int {
        case dayHoldingOn, dayLapsing, other
    }

    var shape: Shape {
        guard bounds.beginEarliest == bounds.beginLatest, bounds.beginEarliest.isFinite else { return .other }
        if bounds.endEarliest == .distantFuture { return .dayHoldingOn }
        return lapses ? .dayLapsing : .other
    }
}

struct StoredActivity: Encodable {
    var stream, from_actor, to_actor, month: String
    var quad_class, events, score_tenths: Int

    init(_ activity: Activity) {
        stream = activity.stream.name
        from_actor = activity.from.slug
        to_actor = activity.to?.slug ?? ""
        month = activity.month.description
        quad_class = activity.quadClass.rawValue
        events = activity.events
        score_tenths = activity.scoreInTenths
    }
}

/// Rows of `annals.actor` and `annals.actor_name`.
struct StoredName: Encodable {
    struct Name: Encodable {
        var folded, scheme, written: String
    }

    var slug: String
    var name, kind: String?
    var names: [Name]

    init(_ entry: ActorEntry) {
        slug = entry.actor.slug
        name = entry.name
        kind = entry.kind?.rawValue
        let written =
            [("slug", entry.actor.slug)] + (entry.name.map { [("name", $0)] } ?? [])
            + entry.aliases.map { ("alias", $0) } + entry.codes.map { ("code", $0) }
        names = written.map { Name(folded: FoldedName($1).text, scheme: $0, written: $1) }
    }
}
