import Annals

/// Reads the state system of Correlates of War: a spell for each time a state was one.
struct COWStateReader: RowReader {
    private let columns: Int
    private let state: COWState
    private let begin, end: DateColumns
    private let version: Int?

    /// A reader of the file with this header.
    init(_ header: TableHeader) throws(Problems) {
        var finder = ColumnFinder(header)
        columns = header.names.count
        let name = header.index("statenme", "statename", "stateabb")
        state = COWState(code: finder.required("ccode"), name: name)
        let (first, last) = (finder.required("styear"), finder.required("endyear"))
        begin = DateColumns(year: first, header.index("stmonth"), header.index("stday"))
        end = DateColumns(year: last, header.index("endmonth"), header.index("endday"))
        version = header.index("version")
        try finder.finish(.cow)
    }

    func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        Result { () throws(ImportProblem) in
            let cells = try RowCells(record, columns: columns)
            return try Result { () throws(Problem) in try row(cells) }.mapError { record.refused($0) }.get()
        }
    }

    private func row(_ cells: RowCells) throws(Problem) -> ImportedRow {
        let state = try state.actor(in: cells, field: "ccode")
        let first = try begin.date(in: cells, field: "styear")
        let last = try end.date(in: cells, field: "endyear")
        let lastYear = COWSpell.lastYear(ofVersion: cells[version])
        let spell = try COWSpell(
            from: first,
            to: last,
            isCensored: (
                first == "\(COWSpell.firstYear)-01-01",
                lastYear.map { last == "\($0)-12-31" } ?? false
            )
        )
        var effect = EffectDraft()
        effect.facet = Facet.polityStatus.rawValue
        effect.from = state.name
        effect.value = "government"
        (effect.begin, effect.end) = (spell.begin, spell.end)
        var draft = EventDraft(from: .cow, on: spell.on)
        draft.actors = [state.name]
        draft.title = "\(state.name) is a member of the state system"
        draft.effects = [effect]
        draft.sources = [.cow("State System Membership", cells[version], locator: state.codes[0])]
        return ImportedRow(
            line: cells.record.line,
            key: "cow:states:\(state.codes[0]):\(first ?? "")",
            content: .event(draft),
            actors: [state],
            traps: spell.isCensored ? [.censored] : []
        )
    }
}

extension Source {
    /// A data set of the Correlates of War project.
    static func cow(_ title: String, _ version: String?, locator: String) -> Source {
        Source(
            title: title + (version.map { ", version \($0)" } ?? ""),
            publisher: "Correlates of War",
            url: nil,
            published: nil,
            locator: locator
        )
    }
}
