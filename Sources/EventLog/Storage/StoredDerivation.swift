package import Annals
package import Postgres

/// What an entry means for the projections: an `annals.derivation`.
package struct StoredDerivation: PostgresRecord {
    private let effects: [StoredEffect]
    private let activity: [StoredActivity]
    private let actor: StoredName?

    package init(_ derivation: Derivation) {
        effects = derivation.effects.map(StoredEffect.init)
        activity = derivation.activity.map(StoredActivity.init)
        actor = derivation.actor.map(StoredName.init)
    }

    package func write(to fields: inout RecordFields) {
        fields.append(effects)
        fields.append(activity)
        fields.append(actor)
    }
}

/// A row of `annals.effect` without its place in the log: an `annals.derived_effect`.
private struct StoredEffect: PostgresRecord {
    let effect: Effect

    func write(to fields: inout RecordFields) {
        fields.append(effect.lane.stream.name)
        fields.append(effect.lane.facet.rawValue)
        fields.append(effect.lane.key)
        fields.append(effect.lane.from?.slug ?? "")
        fields.append(effect.lane.to?.slug ?? "")
        fields.append(effect.lane.claimant)
        fields.append(effect.value.name)
        fields.append(effect.value.level.map(Int16.init))
        fields.append(Int16(effect.value.rank))
        fields.append(effect.shape.rawValue)
        fields.append(effect.bounds.beginEarliest)
        fields.append(effect.bounds.beginLatest)
        fields.append(effect.bounds.endEarliest)
        fields.append(effect.bounds.endLatest)
        fields.append(effect.begin)
        fields.append(effect.end)
        fields.append(effect.modality.rawValue)
        fields.append(effect.grade.code)
    }
}

/// What an entry adds to `annals.activity`: an `annals.derived_activity`.
private struct StoredActivity: PostgresRecord {
    let activity: Activity

    func write(to fields: inout RecordFields) {
        fields.append(activity.stream.name)
        fields.append(activity.from.slug)
        fields.append(activity.to?.slug ?? "")
        fields.append(activity.month)
        fields.append(Int16(activity.quadClass.rawValue))
        fields.append(Int32(activity.events))
        fields.append(Int32(activity.scoreInTenths))
    }
}

/// Rows of `annals.actor` and `annals.actor_name`: an `annals.derived_actor`.
private struct StoredName: PostgresRecord {
    /// An `annals.derived_name`.
    struct Name: PostgresRecord {
        let scheme, written: String

        func write(to fields: inout RecordFields) {
            fields.append(FoldedName(written).text)
            fields.append(scheme)
            fields.append(written)
        }
    }

    let entry: ActorEntry

    private var names: [Name] {
        [Name(scheme: "slug", written: entry.actor.slug)]
            + (entry.name.map { [Name(scheme: "name", written: $0)] } ?? [])
            + entry.aliases.map { Name(scheme: "alias", written: $0) }
            + entry.codes.map { Name(scheme: "code", written: $0) }
    }

    func write(to fields: inout RecordFields) {
        fields.append(entry.actor.slug)
        fields.append(entry.name)
        fields.append(entry.kind?.rawValue)
        fields.append(names)
    }
}
