import Annals

/// Reads the public event files of ICEWS: twenty columns, separated by tabs.
struct ICEWSReader: RowReader {
    private let columns: Int
    private let id, date, text, cameo: Int
    private let source, sourceSectors, sourceCountry: Int
    private let target, targetSectors, targetCountry: Int
    private let story, sentence, publisher: Int?
    private let places: [Int]
    private var ids = SeenNumbers()

    /// A reader of the file with this header.
    init(_ header: TableHeader) throws(Problems) {
        var finder = ColumnFinder(header)
        columns = header.names.count
        (id, date) = (finder.required("Event ID"), finder.required("Event Date"))
        (text, cameo) = (finder.required("Event Text"), finder.required("CAMEO Code"))
        (source, target) = (finder.required("Source Name"), finder.required("Target Name"))
        (sourceSectors, targetSectors) = (
            finder.required("Source Sectors"), finder.required("Target Sectors")
        )
        (sourceCountry, targetCountry) = (
            finder.required("Source Country"), finder.required("Target Country")
        )
        (story, sentence) = (header.index("Story ID"), header.index("Sentence Number"))
        publisher = header.index("Publisher")
        places = ["City", "District", "Province", "Country"].compactMap { header.index($0) }
        try finder.finish(.icews)
    }

    mutating func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        Result { () throws(ImportProblem) in
            try row(RowCells(record, columns: columns, missing: "NA"))
        }
    }

    private mutating func row(_ cells: RowCells) throws(ImportProblem) -> ImportedRow {
        let record = cells.record
        guard let id = cells[id] else { throw record.refused(.empty("Event ID")) }
        guard let day = cells[date], Day(day) != nil else {
            throw record.refused(.noDay(cells[date] ?? "", "Event Date", as: "2018-06-01"))
        }
        let label = cells[text]
        let reading = CAMEOCell(cells[cameo] ?? "", label: label)
        guard let code = reading.code else {
            throw record.refused(.noCAMEOCode(cells[cameo] ?? "", field: "CAMEO Code"))
        }
        var draft = EventDraft(from: .icews, on: day)
        let (actor, recipient) = (
            actor(cells, source, sourceSectors, sourceCountry),
            actor(cells, target, targetSectors, targetCountry)
        )
        guard actor != nil || recipient != nil else { throw record.refused(.nobody("Source Name")) }
        let actors = draft.name(actor, recipient)
        draft.take(code)
        draft.title = [actor?.name, label ?? "CAMEO \(code.code)", recipient?.name].compactMap(\.self)
            .joined(separator: ": ")
        draft.note = cells.place(places)
        draft.sources = [origin(cells, day)]
        let isOneActor = actor != nil && recipient != nil && actors.count == 1
        return ImportedRow(
            line: record.line,
            key: "icews:\(day):\(id)",
            content: .event(draft),
            actors: actors,
            traps: reading.traps + (isOneActor ? [.sameActor] : [])
                + (UInt(id).map { ids.insert($0) } == false ? [.reusedIDs] : [])
        )
    }

    private func actor(_ cells: RowCells, _ name: Int, _ sectors: Int, _ country: Int) -> ImportedActor? {
        guard let name = cells[name]?.trimmed, !name.isEmpty else { return nil }
        return ImportedActor(
            name: name,
            kind: name == cells[country] ? .state : cells[sectors].flatMap(Self.kind)
        )
    }

    /// What sort of actor has these sectors, as far as that is certain.
    private static func kind(of sectors: String) -> ActorKind? {
        guard !sectors.isEmpty else { return nil }
        if sectors.holds("Insurgents") || sectors.holds("Separatists") { return .armedGroup }
        if sectors.holds("Government Organization") { return .organisation }
        return sectors.holds("General Population") ? .population : nil
    }

    private func origin(_ cells: RowCells, _ day: String) -> Source {
        let publisher = cells[publisher]
        return Source(
            title: cells[story].map { "Story \($0)" } ?? publisher ?? "ICEWS",
            publisher: publisher,
            url: nil,
            published: day,
            locator: cells[sentence].map { "sentence \($0)" }
        )
    }
}

extension String {
    /// Whether a word stands in it, byte for byte: asked of every row, where `contains` takes most of the reading.
    fileprivate func holds(_ word: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        let bytes = utf8
        guard bytes.count >= wanted.count else { return false }
        var start = bytes.startIndex
        for _ in 0...bytes.count - wanted.count {
            if bytes[start...].starts(with: wanted) { return true }
            start = bytes.index(after: start)
        }
        return false
    }
}
