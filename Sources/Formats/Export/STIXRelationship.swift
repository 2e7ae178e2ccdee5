import Annals

/// A claim as a relationship of STIX.
enum STIXRelationship {
    /// Writes its members.
    static func write(_ claim: SharedClaim, to writer: inout JSONWriter) {
        STIXObject.begin(
            "relationship",
            claim.id.description,
            claim.event.created.rfc3339,
            claim.event.recorded.rfc3339,
            to: &writer
        )
        writer.member("created_by_ref", "identity--\(STIXObject.maker)")
        if claim.isRevoked { writer.member("revoked") { $0.boolean(true) } }
        writer.member("relationship_type", "related-to")
        writer.member("description", "\(claim.facet): \(claim.value). \(claim.event.event.title)")
        writer.member("source_ref", "identity--\(claim.fromID)")
        writer.member("target_ref", "identity--\(claim.toID)")
        writer.member("start_time", claim.first.map(midnight))
        writer.member("stop_time", claim.last.map { midnight($0.advanced(by: 1)) })
        if let confidence = confidence(of: claim.event.event.grade) {
            writer.member("confidence") { $0.number(confidence) }
        }
        writer.member("labels", [claim.lane.facet.rawValue, "\(claim.lane.facet.rawValue):\(claim.value)"])
        writer.member("external_references") { writer in
            writer.list { writer in
                reference(to: claim.event, to: &writer)
                for source in claim.event.event.sources { write(source, to: &writer) }
            }
        }
        STIXExtension.write(claim, to: &writer)
    }

    /// The entry that claims it, which auditors ask for.
    private static func reference(to event: SharedEvent, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("source_name", "annals")
            writer.member("description", "\(event.event.title) (\(event.position))")
            writer.member("external_id", event.id.description)
        }
    }

    private static func write(_ source: Source, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("source_name", source.publisher ?? source.title)
            writer.member("description", source.words)
            writer.member("url", WebAddress.of(source.url))
        }
    }

    private static func midnight(_ day: Day) -> String { "\(day)T00:00:00.000Z" }

    /// How credible the claim is, on the scale of STIX; nil when nobody can judge.
    private static func confidence(of grade: Grade) -> Int? {
        switch grade.code.last {
        case "1": 90
        case "2": 70
        case "3": 50
        case "4": 30
        case "5": 10
        default: nil
        }
    }
}
