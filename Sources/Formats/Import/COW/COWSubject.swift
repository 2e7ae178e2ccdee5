import Annals

/// What a file of spells between two states is about.
enum COWSubject: Sendable {
    /// Whether one can be reached from the other by land or over how much water; between dependencies too, when
    /// the file has their numbers.
    case contiguity(type: Int, dependencies: (low: Int, high: Int)?)
    /// An alliance: its number, its obligations, and whether the data cut it off.
    case alliance(id: Int, terms: [(name: String, place: Int)], leftCensor: Int?, rightCensor: Int?)

    /// What a row is about.
    struct Matter: Sendable {
        /// The name of the agreement, the same in all its spells and in no other.
        let key: String
        /// In words.
        let title: String
        /// Obligations.
        var terms: [String] = []
    }

    /// The subject of a file, by its columns.
    init(in finder: inout ColumnFinder) {
        let header = finder.header
        if let type = header.index("conttype") {
            let dependencies = header.index("dependl").flatMap { low in
                header.index("dependh").map { (low, $0) }
            }
            self = .contiguity(type: type, dependencies: dependencies)
            return
        }
        self = .alliance(
            id: finder.required("version4id", "version5id"),
            terms: [
                ("defense", finder.required("defense")), ("neutrality", finder.required("neutrality")),
                ("nonaggression", finder.required("nonaggression")), ("entente", finder.required("entente")),
            ],
            leftCensor: header.index("left_censor"),
            rightCensor: header.index("right_censor")
        )
    }

    /// The title of the data set.
    var title: String {
        switch self {
        case .contiguity(_, .none): "Direct Contiguity"
        case .contiguity(_, .some): "Colonial Contiguity"
        case .alliance: "Formal Alliances"
        }
    }

    /// What a row is about.
    func matter(in cells: RowCells) throws(Problem) -> Matter {
        switch self {
        case .contiguity(let type, let dependencies):
            guard let code = cells[type]?.trimmed, let way = Self.ways[code] else {
                throw Problem(
                    "row",
                    "conttype is not 1 to 5",
                    field: "conttype",
                    help: "1 is by land, 2 to 5 by water"
                )
            }
            guard let dependencies else {
                return Matter(key: "direct-contiguity-\(code)", title: "contiguous \(way)")
            }
            let (low, high) = (cells[dependencies.low] ?? "0", cells[dependencies.high] ?? "0")
            return Matter(
                key: "colonial-contiguity-\(code)-\(low)-\(high)",
                title: "contiguous \(way), through dependencies \(low) and \(high)"
            )
        case .alliance(let id, let columns, _, _):
            guard let number = cells[id]?.trimmed, !number.isEmpty else { throw .empty("version4id") }
            let terms = columns.filter { Self.isSet(cells[$0.place]) }.map(\.name)
            let what = terms.isEmpty ? "" : " (\(terms.joined(separator: ", ")))"
            return Matter(key: "alliance-\(number)", title: "alliance \(number)\(what)", terms: terms)
        }
    }

    /// Whether a spell begins or ends where the data do, as far as the file tells.
    func isCensored(_ cells: RowCells, _ first: String?, _ last: String?, version: String?) -> (
        begin: Bool, end: Bool
    ) {
        switch self {
        case .contiguity:
            let lastYear = COWSpell.lastYear(ofVersion: version)
            return (
                [COWSpell.firstYear, "\(COWSpell.firstYear)-01"].contains(first),
                lastYear.map { [$0, "\($0)-12"].contains(last) } ?? false
            )
        case .alliance(_, _, let left, let right):
            return (Self.isSet(cells[left]), Self.isSet(cells[right]) || last == nil)
        }
    }

    private static func isSet(_ cell: String?) -> Bool {
        cell?.trimmed == "1"
    }

    private static let ways = [
        "1": "by land or river", "2": "over up to 12 miles of water", "3": "over up to 24 miles of water",
        "4": "over up to 150 miles of water", "5": "over up to 400 miles of water",
    ]
}
