import Annals

/// Reads a spreadsheet: an event a row, in columns of ours or others that a map names.
struct SheetReader: RowReader {
    private let columns: SheetColumns

    /// A reader of the sheet with this header.
    init(_ header: TableHeader, map: ColumnMap?) throws(Problems) {
        columns = SheetColumns(header, map: map)
        try columns.checked(.csv, required: SheetColumn.required)
    }

    /// A reader of columns that have been checked.
    init(_ columns: SheetColumns) {
        self.columns = columns
    }

    func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        Result { () throws(ImportProblem) in
            let cells = try RowCells(record, columns: columns.header.names.count)
            return try row(cells, on: self[.on, cells])
        }
    }

    /// The event of a row, on a date.
    func row(_ cells: RowCells, on: String?, scheme: String = "csv") throws(ImportProblem) -> ImportedRow {
        var traps: [ImportTrap] = []
        var draft = EventDraft()
        draft.on = on
        draft.title = self[.title, cells]
        draft.actors = list(.actors, cells)
        draft.recipients = list(.recipients, cells)
        try check(draft, cells.record)
        draft.type = self[.type, cells]?.uppercased()
        draft.mode = self[.mode, cells]?.lowercased()
        draft.contexts = list(.contexts, cells).map { FoldedName($0).text.replacing(" ", with: "_") }
        draft.note = note(cells)
        draft.modality = self[.modality, cells]?.lowercased()
        draft.grade = self[.grade, cells]?.uppercased()
        draft.reported = self[.reported, cells]
        draft.tags = list(.tags, cells)
        draft.effects = effect(of: draft, cells).map { [$0] }
        draft.sources = source(cells).map { [$0] } ?? []
        if let written = self[.cameo, cells] {
            let reading = CAMEOCell(written, label: nil)
            guard let code = reading.code else {
                throw cells.record.refused(.noCAMEOCode(written, field: columns.name(of: .cameo)))
            }
            traps += reading.traps
            draft.tags.append("cameo:\(code.code)")
            if draft.type == nil, draft.mode == nil {
                (draft.type, draft.mode) = (code.type?.rawValue, code.mode)
                if draft.contexts.isEmpty { draft.contexts = code.contexts.map(\.rawValue) }
            }
        }
        let id = self[.id, cells]
        if id == nil { traps.append(.noIDs) }
        if draft.on?.isFirstOfJanuary == true { traps.append(.sharpenedDate) }
        return ImportedRow(
            line: cells.record.line,
            key: "\(scheme):" + (id ?? cells.record.fields.joined(separator: "\u{1F}")),
            content: .event(draft),
            actors: named(in: draft),
            traps: traps
        )
    }

    /// The text of a cell without the blanks around it; nil when there is none.
    subscript(_ column: SheetColumn, _ cells: RowCells) -> String? {
        guard let text = cells[columns[column]]?.trimmed, !text.isEmpty else { return nil }
        return text
    }

    private func list(_ column: SheetColumn, _ cells: RowCells) -> [String] {
        self[column, cells]?.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty } ?? []
    }

    /// A word of the rulebook, which somebody may have written as annals shows it: `in force` for `in-force`.
    private func word(_ column: SheetColumn, _ cells: RowCells) -> String? {
        self[column, cells].map { FoldedName($0).text.replacing(" ", with: "-") }
    }

    private func check(_ draft: EventDraft, _ record: TableRecord) throws(ImportProblem) {
        var problems: [Problem] = []
        func require(_ isThere: Bool, _ column: SheetColumn, _ help: String) {
            let field = columns.name(of: column)
            if !isThere { problems.append(Problem("row", "\(field) is empty", field: field, help: help)) }
        }
        require(draft.on != nil, .on, "say when, as in 2020-02-29, 2020-02 or 2020")
        require(!draft.actors.isEmpty, .actors, "name who acted, several with a semicolon between them")
        require(draft.title != nil, .title, "say in a line what happened")
        if !problems.isEmpty { throw ImportProblem(line: record.line, problems: problems) }
    }

    /// The note, what was quoted, and what stands in columns that are none of ours.
    private func note(_ cells: RowCells) -> String? {
        let parts =
            [self[.note, cells], self[.quote, cells].map { "“\($0)”" }].compactMap(\.self)
            + columns.others.compactMap { place in
                let name = columns.header.names[place]
                return cells[place].map { (name.isEmpty ? "" : "\(name): ") + $0.trimmed }
            }
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    private func source(_ cells: RowCells) -> Source? {
        let (title, publisher, url) = (self[.source, cells], self[.publisher, cells], self[.url, cells])
        guard let named = title ?? publisher ?? url else { return nil }
        return Source(
            title: named,
            publisher: publisher,
            url: url,
            published: self[.published, cells],
            locator: self[.locator, cells]
        )
    }

    /// What a row sets: from the first column's actor to the second's, unless it says otherwise.
    private func effect(of draft: EventDraft, _ cells: RowCells) -> EffectDraft? {
        let (facet, value) = (word(.facet, cells), word(.value, cells))
        guard facet != nil || value != nil else { return nil }
        let isOfOne = facet == Facet.polityStatus.rawValue
        var effect = EffectDraft()
        effect.facet = facet
        effect.key = self[.key, cells]
        effect.value = value
        effect.from = self[.from, cells] ?? (draft.actors.count == 1 ? draft.actors[0] : nil)
        effect.to =
            self[.to, cells] ?? (draft.recipients.count == 1 && !isOfOne ? draft.recipients[0] : nil)
        effect.claimant = self[.claimant, cells]
        effect.begin = self[.begin, cells]
        effect.end = self[.end, cells]
        return effect
    }

    private func named(in draft: EventDraft) -> [ImportedActor] {
        let ends = (draft.effects ?? []).flatMap { [$0.from, $0.to].compactMap(\.self) }
        return (draft.actors + draft.recipients + ends).reduce(into: []) { actors, name in
            if !actors.contains(where: { $0.name == name }) { actors.append(ImportedActor(name: name)) }
        }
    }
}

extension String {
    /// Whether it is a day, and that one.
    var isFirstOfJanuary: Bool {
        utf8.count == 10 && hasSuffix("-01-01")
    }
}
