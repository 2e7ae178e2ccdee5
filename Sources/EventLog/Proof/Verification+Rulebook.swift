import Annals
import Postgres

extension Verification {
    /// That SQL users are told the rulebook of this program, and that one version of the projections answers, which was
    /// made by it.
    func checkRulebook(_ found: (Finding) throws -> Void) throws {
        func report(_ problem: String) throws { try found(Finding(.rulebook, problem: problem)) }
        try checkMirror(report)
        let number = Int32(log.rulebook.version)
        let live = try log.connection.query(
            "select version, rulebook from annals.projection where status = 'live' order by version"
        ) { row throws(PostgresError) in
            (version: try row[0, as: Int32.self], rulebook: try row[1, as: Int32.self])
        }
        if live.count != 1 {
            try report("annals.projection names \(live.count) versions of the projections as live, not one")
        }
        for projection in live where projection.rulebook != number {
            try report(
                """
                annals.projection says that version \(projection.version) of the projections was made by rulebook \
                \(projection.rulebook); this program has rulebook \(number)
                """
            )
        }
    }

    private func checkMirror(_ report: (String) throws -> Void) throws {
        let number = Int32(log.rulebook.version)
        let mirrored = try log.connection.query(
            "select \(raw: MirroredValue.selection) from annals.facet where rulebook = \(number)"
        ) { row throws(PostgresError) in try MirroredValue(row) }
        func name(_ value: MirroredValue) -> String { value.facet + "/" + value.value }
        var due = Dictionary(
            MirroredValue.all(of: log.rulebook).map { (name($0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for value in mirrored.sorted(by: { name($0) < name($1) }) {
            guard let own = due.removeValue(forKey: name(value)) else {
                try report("the rulebook's table annals.facet has \(name(value)), which the rulebook has not")
                continue
            }
            for (now, should) in zip(value.columns, own.columns) where now.value != should.value {
                try report(
                    """
                    the rulebook's table annals.facet says of \(name(value)) that its \(now.name) is \(now.value), and it \
                    should be \(should.value)
                    """
                )
            }
        }
        for missing in due.keys.sorted() {
            try report("the rulebook's table annals.facet lacks \(missing)")
        }
        let others = try log.connection.query(
            "select distinct rulebook from annals.facet where rulebook <> \(number) order by 1"
        ) { row throws(PostgresError) in try row[0, as: Int32.self] }
        for other in others where other > number {
            try report("the rulebook's table annals.facet has rulebook \(other), which this program has not")
        }
    }
}
