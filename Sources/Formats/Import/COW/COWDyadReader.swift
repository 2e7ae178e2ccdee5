import Annals

/// Reads what holds between two states for a spell: contiguity and alliances of Correlates of War.
struct COWDyadReader: RowReader {
    private let columns: Int
    private let one, other: COWState
    private let codes: (one: String, other: String)
    private let begin, end: COWDateColumn
    private let subject: COWSubject
    private let version: Int?

    /// A reader of the file with this header.
    init(_ header: TableHeader) throws(Problems) {
        var finder = ColumnFinder(header)
        columns = header.names.count
        let (low, high) = (
            header.index("statelno", "state1no", "ccode1") ?? 0,
            header.index("statehno", "state2no", "ccode2") ?? 0
        )
        codes = (header.names[low], header.names[high])
        one = COWState(code: low, name: header.index("statelab", "state1ab", "state_name1"))
        other = COWState(code: high, name: header.index("statehab", "state2ab", "state_name2"))
        begin = COWDateColumn("dyad_st", "begin", in: header)
        end = COWDateColumn("dyad_end", "end", in: header)
        subject = COWSubject(in: &finder)
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
        let states = [
            try one.actor(in: cells, field: codes.one), try other.actor(in: cells, field: codes.other),
        ]
        guard states[0].codes != states[1].codes else {
            let help = "a relationship needs two different actors"
            throw Problem("relationship", "both states are the same", field: codes.other, help: help)
        }
        let first = try begin.date(in: cells, field: "begin")
        let last = try end.date(in: cells, field: "end")
        let matter = try subject.matter(in: cells)
        let spell = try COWSpell(
            from: first,
            to: last,
            isCensored: subject.isCensored(cells, first, last, version: cells[version])
        )
        var effect = EffectDraft()
        effect.facet = Facet.agreement.rawValue
        effect.key = matter.key
        (effect.from, effect.to) = (states[0].name, states[1].name)
        effect.value = "in-force"
        (effect.begin, effect.end) = (spell.begin, spell.end)
        effect.terms = matter.terms
        var draft = EventDraft(from: .cow, on: spell.on)
        draft.actors = states.map(\.name)
        draft.title = "\(states[0].name) and \(states[1].name): \(matter.title)"
        draft.effects = [effect]
        let dyad = "\(states[0].codes[0])-\(states[1].codes[0].dropFirst("cow:".count))"
        draft.sources = [.cow(subject.title, cells[version], locator: dyad)]
        return ImportedRow(
            line: cells.record.line,
            key: "\(dyad):\(matter.key):\(first ?? "")",
            content: .event(draft),
            actors: states,
            traps: spell.isCensored ? [.censored] : []
        )
    }
}
