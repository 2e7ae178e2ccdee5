import Annals

/// What annals knows and STIX has no place for: the property extension, and its definition.
enum STIXExtension {
    private static let id = "extension-definition--237b13e5-22c4-54f9-92f2-767acd401e3b"

    /// What the extension holds, as a JSON Schema.
    private static let schema = #"""
        {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{\#
        "extension_type":{"const":"property-extension"},\#
        "slug":{"type":"string"},"kind":{"type":"string"},"aliases":{"type":"array","items":{"type":"string"}},\#
        "facet":{"type":"string"},"key":{"type":"string"},"value":{"type":"string"},\#
        "level":{"type":"integer","minimum":-2,"maximum":2},"symmetric":{"type":"boolean"},\#
        "claimant":{"type":"string"},"modality":{"type":"string"},\#
        "grade":{"type":"string","pattern":"^[A-F][1-6]$"},\#
        "occurred":{"type":"string"},"begin":{"type":"string"},"end":{"type":"string"},\#
        "event":{"type":"string"},"revision":{"type":"integer"},"position":{"type":"integer"},\#
        "spells":{"type":"array","items":{"type":"object","properties":{\#
        "first":{"type":"string","format":"date"},"last":{"type":"string","format":"date"},\#
        "certainty":{"enum":["certain","possible","standing"]},\#
        "alternatives":{"type":"array","items":{"type":"string"}}}}}}}
        """#

    /// The definition, an object on a line of its own.
    static var definition: String {
        var writer = JSONWriter(appendingTo: [])
        writer.object { writer in
            writer.member("type", "extension-definition")
            writer.member("spec_version", "2.1")
            writer.member("id", id)
            writer.member("created", STIXObject.epoch)
            writer.member("modified", STIXObject.epoch)
            writer.member("created_by_ref", "identity--\(STIXObject.maker)")
            writer.member("name", "annals")
            writer.member(
                "description",
                "Facets of relationships with dates in EDTF (ISO 8601-2) as written, levels from -2 hostile to "
                    + "+2 allied, grades by the Admiralty code, and places in the log they come from."
            )
            writer.member("schema", schema)
            writer.member("version", "1.0.0")
            writer.member("extension_types", ["property-extension"])
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// What is said of an actor.
    static func write(_ actor: SharedActor, to writer: inout JSONWriter) {
        within(&writer) { writer in
            writer.member("slug", actor.id.slug)
            writer.member("kind", actor.kind?.rawValue)
            writer.member("aliases", actor.aliases)
        }
    }

    /// What is said of a claim.
    static func write(_ claim: SharedClaim, to writer: inout JSONWriter) {
        let event = claim.event
        within(&writer) { writer in
            writer.member("facet", claim.lane.facet.rawValue)
            writer.member("key", claim.lane.key.isEmpty ? nil : claim.lane.key)
            writer.member("value", claim.value)
            if let level = claim.level { writer.member("level") { $0.number(level) } }
            writer.member("symmetric") { $0.boolean(claim.lane.from == nil) }
            writer.member("claimant", claim.lane.claimant.isEmpty ? nil : claim.lane.claimant)
            writer.member("modality", event.event.modality.rawValue)
            writer.member("grade", event.event.grade.code)
            writer.member("occurred", event.event.occurred.text)
            writer.member("begin", claim.begin)
            writer.member("end", claim.end)
            writer.member("event", event.id.description)
            writer.member("revision") { $0.number(event.revision) }
            writer.member("position") { $0.number(Int(event.position.rawValue)) }
            guard !claim.spells.isEmpty else { return }
            writer.member("spells") { writer in
                writer.list { writer in for spell in claim.spells { write(spell, to: &writer) } }
            }
        }
    }

    private static func write(_ spell: SharedClaim.Spell, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("first", spell.first?.description)
            writer.member("last", spell.last?.description)
            writer.member("certainty", spell.certainty.rawValue)
            writer.member("alternatives", spell.alternatives)
        }
    }

    private static func within(_ writer: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
        writer.member("extensions") { writer in
            writer.object { writer in
                writer.member(id) { writer in
                    writer.object { writer in
                        writer.member("extension_type", "property-extension")
                        body(&writer)
                    }
                }
            }
        }
    }
}
