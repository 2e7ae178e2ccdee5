import Annals

/// One side of a POLECAT event: its columns, and the actors they name.
struct POLECATParty: Sendable {
    private let name: Int
    private let country, cow, sector, wikipedia: Int?

    /// The columns of a side, `Actor` or `Recipient`.
    init(_ side: String, in finder: inout ColumnFinder) {
        name = finder.required("\(side) Name")
        country = finder.header.index("\(side) Country")
        cow = finder.header.index("\(side) COW")
        sector = finder.header.index("Primary \(side) Sector")
        wikipedia = finder.header.index("Wikipedia \(side) ID")
    }

    /// Whom a row names on this side; a country that stands alone is the actor.
    func actors(in cells: RowCells) -> [ImportedActor] {
        let names = list(cells[name])
        let country = cells[country]?.trimmed
        guard names.count < 2, let only = names.first ?? country else {
            return names.reduce(into: []) { actors, name in
                if !actors.contains(where: { $0.name == name }) { actors.append(ImportedActor(name: name)) }
            }
        }
        if only == country {
            return [ImportedActor(name: only, codes: stateCodes(cells, only), kind: .state)]
        }
        if let page = cells[wikipedia]?.trimmed, !page.contains(";" as Character) {
            let code = "wikipedia:" + page.replacing(" ", with: "_")
            return [ImportedActor(name: only, codes: [code], kind: kind(cells))]
        }
        // The police of India are not the police of Nepal.
        return [ImportedActor(name: country.map { "\(only) (\($0))" } ?? only, kind: kind(cells))]
    }

    private func stateCodes(_ cells: RowCells, _ name: String) -> [String] {
        let isISO = name.utf8.count == 3 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        let number = cells[cow].flatMap { Double($0) }.flatMap { Int(exactly: $0) }
        return [number.map { "cow:\($0)" }, isISO ? "iso3:\(name)" : nil].compactMap(\.self)
    }

    private func kind(_ cells: RowCells) -> ActorKind? {
        switch cells[sector]?.trimmed {
        case "GOV": .government
        case "REB", "PAR": .armedGroup
        case "IGO", "NGO": .organisation
        case "CVL": .population
        default: nil
        }
    }

    private func list(_ cell: String?) -> [String] {
        cell?.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty && $0 != "None" } ?? []
    }
}
