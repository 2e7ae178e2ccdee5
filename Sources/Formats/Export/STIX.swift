import Annals

/// A STIX 2.1 bundle (OASIS): an identity for each actor, a relationship for each claim.
///
/// Relationships are `related-to`, which every program takes; what they are about is in an extension of ours, which
/// comes with its definition, and as labels. STIX has times and no days: a relationship starts with the first of its
/// days and stops when the last is over.
package struct STIX: ClaimFormat {
    package static var showsRevoked: Bool { true }

    package private(set) var claimLosses = Losses()
    package private(set) var eventLosses = Losses()

    private static let interrupted = Losses.Kind(
        "of what was interrupted",
        "STIX has one start and one stop; the days between are in the extension"
    )
    private static let doubtful = Losses.Kind(
        "not certain on all their days",
        "STIX has the days on which they may have held; which are certain is in the extension"
    )
    private static let silent = Losses.Kind("without effect on any facet", "STIX has no object for them")

    private let record: SharedRecord

    /// A bundle of the record's identity; what the record says of itself has no place in it.
    package init(_ record: SharedRecord) { self.record = record }

    /// The bundle's start, who made it, and what our extension is.
    package var head: String {
        var writer = JSONWriter(appendingTo: [])
        writer.object { writer in
            STIXObject.begin("identity", STIXObject.maker, STIXObject.epoch, STIXObject.epoch, to: &writer)
            writer.member("name", "annals")
            writer.member("identity_class", "system")
        }
        let maker = String(decoding: writer.bytes, as: UTF8.self)
        return "{\"type\":\"bundle\",\"id\":\"bundle--\(record.id)\",\"objects\":[\n"
            + maker + ",\n" + STIXExtension.definition
    }

    /// The identity of an actor.
    package func text(of actor: SharedActor) -> String {
        STIXObject.text { writer in
            STIXObject.begin(
                "identity",
                actor.uuid.description,
                actor.created.rfc3339,
                actor.recorded.rfc3339,
                to: &writer
            )
            writer.member("created_by_ref", "identity--\(STIXObject.maker)")
            writer.member("name", actor.name)
            writer.member("identity_class", Self.identityClass(of: actor.kind))
            if !actor.codes.isEmpty {
                writer.member("external_references") { writer in
                    writer.list { writer in
                        for (scheme, value) in actor.parts {
                            writer.object { writer in
                                writer.member("source_name", scheme)
                                writer.member("external_id", value)
                            }
                        }
                    }
                }
            }
            STIXExtension.write(actor, to: &writer)
        }
    }

    /// The relationship of a claim.
    package mutating func text(of claim: SharedClaim) -> String {
        claimLosses.meet()
        if claim.isInterrupted { claimLosses.add(Self.interrupted) }
        if claim.isDoubtful { claimLosses.add(Self.doubtful) }
        return STIXObject.text { STIXRelationship.write(claim, to: &$0) }
    }

    /// Nothing: of an event there is what it claims.
    package mutating func text(of event: SharedEvent) -> String {
        eventLosses.meet()
        let effects = Derivation.of(.event(event.event), replacing: nil, rulebook: .one).effects
        if effects.isEmpty { eventLosses.add(Self.silent) }
        return ""
    }

    package var foot: String { "\n]}\n" }

    private static func identityClass(of kind: ActorKind?) -> String {
        switch kind {
        case .state, .government, .organisation: "organization"
        case .armedGroup, .faction: "group"
        case .population, .collective: "class"
        case nil: "unknown"
        }
    }
}

/// What all objects of a bundle have.
enum STIXObject {
    /// The identity of annals itself.
    static let maker = "e7b4ab7b-ab33-5b0b-8610-3a718f34e5f7"
    /// When annals and its extension came to be.
    static let epoch = "2026-11-01T00:00:00.000Z"

    /// An object on a line of its own, after another.
    static func text(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(appendingTo: [])
        writer.object(body)
        return ",\n" + String(decoding: writer.bytes, as: UTF8.self)
    }

    /// What every object begins with.
    static func begin(
        _ type: String,
        _ id: String,
        _ created: String,
        _ modified: String,
        to writer: inout JSONWriter
    ) {
        writer.member("type", type)
        writer.member("spec_version", "2.1")
        writer.member("id", "\(type)--\(id)")
        writer.member("created", created)
        writer.member("modified", modified)
    }
}
