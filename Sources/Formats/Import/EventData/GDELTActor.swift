import Annals

/// An actor of GDELT.
///
/// Known by its CAMEO code: the same government is named PRESIDENT, KREMLIN and RUSSIA, and PRESIDENT is many
/// governments. The draft has the code, the title the name.
struct GDELTActor: Sendable {
    /// As the draft names it.
    let imported: ImportedActor
    /// As the report did.
    let shown: String

    /// The actor in the columns of one side; nil when there is none.
    init?(_ cells: RowCells, _ columns: GDELTColumns.Party) {
        guard let code = cells[columns.code] else {
            guard let name = cells[columns.name] else { return nil }
            imported = ImportedActor(name: name)
            shown = name
            return
        }
        let isCountry = code == cells[columns.country]
        let isRegion = isCountry && Self.regions.contains(code)
        imported = ImportedActor(
            name: code,
            codes: isCountry && !isRegion ? ["cameo:\(code)", "iso3:\(code)"] : ["cameo:\(code)"],
            kind: isCountry ? (isRegion ? .collective : .state) : Self.kind(cells[columns.type])
        )
        shown = cells[columns.name] ?? code
    }

    private static func kind(_ type: String?) -> ActorKind? {
        switch type {
        case "GOV": .government
        case "REB", "INS", "SEP", "UAF": .armedGroup
        case "IGO", "NGO", "MNC": .organisation
        case "CVL", "REF": .population
        default: nil
        }
    }

    /// The codes among those of countries that stand for a part of the world.
    private static let regions: Set<String> = [
        "AFR", "ASA", "BLK", "CAS", "CAU", "CEU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "LAM", "MDT",
        "MEA",
        "NAF", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WST",
    ]
}
