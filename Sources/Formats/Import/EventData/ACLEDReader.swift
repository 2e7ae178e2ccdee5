import Annals

/// Reads the events of ACLED, with the columns of today or those of before 2023.
struct ACLEDReader: RowReader {
    private let columns: Int
    private let id, date, actor1, actor2, eventType, subEventType: Int
    private let precision, timestamp, associated1, associated2: Int?
    private let source, notes, fatalities, tags: Int?
    private let places: [Int]

    /// The reader of a file with this header: events, or the ids of those that were deleted.
    static func reader(of header: TableHeader) throws(Problems) -> any RowReader {
        header.has("event_date") || header.has("actor1")
            ? try ACLEDReader(header) : try ACLEDDeletionsReader(header)
    }

    private init(_ header: TableHeader) throws(Problems) {
        var finder = ColumnFinder(header)
        columns = header.names.count
        (id, date) = (finder.required("event_id_cnty"), finder.required("event_date"))
        (actor1, actor2) = (finder.required("actor1"), finder.required("actor2"))
        (eventType, subEventType) = (finder.required("event_type"), finder.required("sub_event_type"))
        (precision, timestamp) = (header.index("time_precision"), header.index("timestamp"))
        associated1 = header.index("assoc_actor_1")
        associated2 = header.index("assoc_actor_2")
        (source, notes) = (header.index("source"), header.index("notes"))
        (fatalities, tags) = (header.index("fatalities"), header.index("tags"))
        places = ["location", "admin1", "country"].compactMap { header.index($0) }
        try finder.finish(.acled)
    }

    func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        Result { () throws(ImportProblem) in
            try row(RowCells(record, columns: columns))
        }
    }

    private func row(_ cells: RowCells) throws(ImportProblem) -> ImportedRow {
        let record = cells.record
        guard let id = cells[id]?.trimmed, !id.isEmpty else { throw record.refused(.empty("event_id_cnty")) }
        guard let date = ACLEDDate(cells[date] ?? "", precision: cells[precision]) else {
            throw record.refused(.noDay(cells[date] ?? "", "event_date", as: "2021-08-15 or 15 August 2021"))
        }
        let version = try version(cells)
        var names: [String] = []
        for cell in [cells[actor1], cells[actor2]] {
            if let name = cell?.trimmed, !name.isEmpty, !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { throw record.refused(.nobody("actor1")) }
        let (type, subtype) = (cells[eventType] ?? "Event", cells[subEventType])
        let what = subtype ?? type

        var draft = EventDraft(from: .acled, on: date.text)
        draft.actors = names
        if let coding = ACLEDCoding(type: type, subtype: subtype) {
            (draft.type, draft.mode) = (coding.type.rawValue, coding.mode)
        }
        draft.title =
            "\(what): \(names.joined(separator: " – "))" + (cells.place(places).map { ", \($0)" } ?? "")
        draft.note = cells[notes]
        draft.tags.append("acled:\([type, subtype].compactMap(\.self).joined(separator: "/"))")
        draft.tags += tags(cells)
        let reported = version.map { Day(epochSeconds: $0).description }
        draft.reported = reported
        draft.sources = [
            Source(
                title: cells[source] ?? "ACLED event \(id)",
                publisher: "ACLED",
                url: nil,
                published: reported,
                locator: "event \(id)"
            )
        ]
        let isOneActor = names.count == 1 && cells[actor2] != nil
        return ImportedRow(
            line: record.line,
            key: "acled:\(id)",
            version: version,
            content: .event(draft),
            actors: names.map { ImportedActor(name: $0, kind: Self.kind($0)) },
            traps: (names.count > 1 ? [.undirected] : []) + (date.isRounded ? [.roundedDate] : [])
                + (isOneActor ? [.sameActor] : [])
        )
    }

    private func version(_ cells: RowCells) throws(ImportProblem) -> UInt64? {
        guard let written = cells[timestamp]?.trimmed else { return nil }
        guard let seconds = UInt64(written), seconds < 253_402_300_800 else {
            throw cells.record.refused(
                Problem(
                    "version",
                    "\"\(Excerpt.printable(written))\" is not a time as the format writes it",
                    field: "timestamp",
                    help: "it is a number of seconds since 1970"
                )
            )
        }
        return seconds
    }

    private func tags(_ cells: RowCells) -> [String] {
        let associated = [associated1, associated2].compactMap { cells[$0] }
            .flatMap { $0.split(separator: ";") }.map { "with:\(String($0).trimmed)" }
        let theirs = cells[tags]?.split(separator: ";").map { String($0).trimmed } ?? []
        let deaths = cells[fatalities].flatMap { $0 == "0" ? nil : ["fatalities:\($0)"] } ?? []
        return deaths + associated + theirs
    }

    /// What sort of actor goes by such a name, in the words ACLED puts first.
    private static func kind(_ name: String) -> ActorKind? {
        let first = name.prefix { $0 != " " }
        if name.hasPrefix("Government of") { return .government }
        return ["Civilians", "Protesters", "Rioters"].contains(first) ? .population : nil
    }
}
