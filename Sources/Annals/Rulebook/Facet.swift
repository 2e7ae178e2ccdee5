/// One aspect of how two actors stand.
public enum Facet: String, CaseIterable, Sendable {
    case orientation, stance, dialogue, representation, recognition, agreement
    case hostility, sanctions, aid, support, affiliation
    case polityStatus = "polity-status"
}
