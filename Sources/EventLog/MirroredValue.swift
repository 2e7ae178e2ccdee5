import Annals
import Postgres

/// A value of a facet as `annals.facet` tells SQL users of it.
struct MirroredValue: Hashable {
    let ordinal: Int16
    let facet: String
    let direction: String
    /// What the facet's key names; nil for a facet without keys.
    let key: String?
    let method: String
    let staleAfter: Int32?
    let value: String
    let level: Int16?
    let rank: Int16
    let lapsesAfter: Int32?

    /// The columns it is written into.
    static let columns =
        "ordinal, facet, direction, key, method, stale_after, value, level, rank, lapses_after"

    /// The same to be read, whatever types somebody gave them.
    static let selection = """
        ordinal::smallint, facet::text, direction::text, key::text, method::text, stale_after::integer, value::text,
        level::smallint, rank::smallint, lapses_after::integer
        """

    /// All values of a rulebook, facet after facet.
    static func all(of rulebook: Rulebook) -> [MirroredValue] {
        rulebook.facets.enumerated().flatMap { ordinal, rule in
            let key: String? =
                switch rule.key {
                case .none: nil
                case .required(let what), .optional(let what): what
                }
            return rule.values.map { value in
                MirroredValue(
                    ordinal: Int16(ordinal),
                    facet: rule.facet.rawValue,
                    direction: rule.direction.rawValue,
                    key: key,
                    method: rule.method.rawValue,
                    staleAfter: rule.staleAfter.map(Int32.init),
                    value: value.name,
                    level: value.level.map(Int16.init),
                    rank: Int16(value.rank),
                    lapsesAfter: value.lapsesAfter.map(Int32.init)
                )
            }
        }
    }

    /// What it says of the value besides which it is, by the names of the columns.
    var columns: [(name: String, value: String)] {
        [
            ("level", level.text), ("rank", "\(rank)"), ("direction", direction), ("key", key ?? "none"),
            ("method", method), ("stale_after", staleAfter.text), ("lapses_after", lapsesAfter.text),
            ("ordinal", "\(ordinal)"),
        ]
    }
}

extension MirroredValue {
    init(_ row: Row) throws(PostgresError) {
        ordinal = try row["ordinal"]
        facet = try row["facet"]
        direction = try row["direction"]
        key = try row["key"]
        method = try row["method"]
        staleAfter = try row["stale_after"]
        value = try row["value"]
        level = try row["level"]
        rank = try row["rank"]
        lapsesAfter = try row["lapses_after"]
    }
}

extension Optional where Wrapped: BinaryInteger {
    fileprivate var text: String { map { "\($0)" } ?? "none" }
}
