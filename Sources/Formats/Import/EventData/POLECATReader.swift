import Annals

/// Reads the event files of POLECAT: forty columns, separated by tabs, coded with PLOVER itself.
struct POLECATReader: RowReader {
    private let columns: Int
    private let id, date, type: Int
    private let mode, contexts: Int?
    private let actor, recipient: POLECATParty
    private let source, published: Int?
    private let places: [Int]

    /// A reader of the file with this header.
    init(_ header: TableHeader) throws(Problems) {
        var finder = ColumnFinder(header)
        columns = header.names.count
        (id, date) = (finder.required("Event ID"), finder.required("Event Date"))
        type = finder.required("Event Type")
        (mode, contexts) = (header.index("Event Mode"), header.index("Contexts"))
        actor = POLECATParty("Actor", in: &finder)
        recipient = POLECATParty("Recipient", in: &finder)
        (source, published) = (header.index("Source"), header.index("Publication Date"))
        places = ["Placename", "Province", "Country"].compactMap { header.index($0) }
        try finder.finish(.polecat)
    }

    func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        Result { () throws(ImportProblem) in
            try row(RowCells(record, columns: columns, missing: "None"))
        }
    }

    private func row(_ cells: RowCells) throws(ImportProblem) -> ImportedRow {
        let record = cells.record
        guard let id = cells[id] else { throw record.refused(.empty("Event ID")) }
        guard let day = cells[date], Day(day) != nil else {
            throw record.refused(.noDay(cells[date] ?? "", "Event Date", as: "2023-06-01"))
        }
        guard let type = cells[type] else { throw record.refused(.empty("Event Type")) }
        let (acting, receiving) = (actor.actors(in: cells), recipient.actors(in: cells))
        let actors = acting.isEmpty ? receiving : acting
        guard !actors.isEmpty else { throw record.refused(.nobody("Actor Name")) }
        // Who stands on both sides is an actor.
        let recipients =
            acting.isEmpty ? [] : receiving.filter { one in !acting.contains { $0.name == one.name } }

        var draft = EventDraft(from: .polecat, on: day)
        draft.actors = actors.map(\.name)
        draft.recipients = recipients.map(\.name)
        let coding = PLOVERWords(type: type, mode: cells[mode], contexts: cells[contexts])
        draft.type = coding.type?.rawValue
        draft.mode = coding.mode
        draft.contexts = coding.contexts.map(\.rawValue)
        draft.tags += coding.tags
        let what = [type, cells[mode]].compactMap(\.self).joined(separator: " ")
        draft.title = ([draft.actors, [what], draft.recipients].filter { !$0.isEmpty })
            .map { $0.joined(separator: ", ") }.joined(separator: ": ")
        draft.note = cells.place(places)
        let reported = cells[published].map { String($0.prefix(10)) }.flatMap { Day($0) == nil ? nil : $0 }
        draft.reported = reported
        draft.sources = [
            Source(
                title: "POLECAT event \(id)",
                publisher: cells[source],
                url: nil,
                published: reported ?? day,
                locator: nil
            )
        ]
        let isOneActor = !acting.isEmpty && recipients.count < receiving.count
        return ImportedRow(
            line: record.line,
            key: "polecat:\(id)",
            content: .event(draft),
            actors: actors + recipients,
            traps: coding.traps + (isOneActor ? [.sameActor] : [])
        )
    }
}
