import Annals

/// Reads CloudEvents 1.0 in their JSON format, one a line, whose data are an event as annals takes them.
///
/// `source` and `id` together tell an event from all others, as the specification has it. The date is that of the
/// data; only where they have none it is that of `time`, to the day.
struct CloudEventReader: RowReader {
    /// The attributes that matter; others are extensions, and passed over.
    enum Key: String, CaseIterable {
        case specversion, id, source, type, time, data
    }

    mutating func read(_ record: TableRecord) -> Result<ImportedRow, ImportProblem> {
        do throws(Problems) {
            return .success(try row(of: record))
        } catch {
            return .failure(ImportProblem(line: record.line, problems: error.list))
        }
    }

    private func row(of record: TableRecord) throws(Problems) -> ImportedRow {
        var attributes: [Key: String] = [:]
        var fields: LineFields?
        var reader: FieldReader
        do throws(Problem) {
            reader = try FieldReader(Array(record.fields.joined().utf8)[...])
        } catch {
            throw Problems([error])
        }
        do throws(Problem) {
            var keys = FieldReader.Keys<Key>()
            try reader.openObject()
            while let key = try reader.nextKey(&keys) {
                if key == .data {
                    var data = LineFields()
                    try data.readObject(from: &reader)
                    fields = data
                } else {
                    attributes[key] = try reader.requiredText()
                }
            }
            try reader.finish()
        } catch {
            throw Problems(reader.problems + [error])
        }
        if attributes[.specversion] != "1.0" {
            reader.report(.notOne(attributes[.specversion]))
        }
        for key in [Key.id, .source, .type] where (attributes[key] ?? "").isEmpty {
            reader.report(.missing(key))
        }
        if attributes[.type]?.hasPrefix(AnnalsEvent.typePrefix) == true { throw Problems([.entryOfLog]) }
        guard let fields else { throw Problems(reader.problems + [.missing(.data)]) }
        let line = fields.line(reportingTo: &reader)
        guard let line, reader.problems.isEmpty else { throw Problems(reader.problems) }
        guard case .event(_, var draft) = line else { throw Problems([.noEvent]) }
        draft.on = draft.on ?? attributes[.time].map { String($0.prefix(10)) }
        let names = draft.actors + draft.recipients
        let others = draft.effects?.flatMap { [$0.from, $0.to].compactMap { $0 } } ?? []
        return ImportedRow(
            line: record.line,
            key: "cloudevents:\(attributes[.source] ?? "") \(attributes[.id] ?? "")",
            content: .event(draft),
            actors: Set(names + others).sorted().map { ImportedActor(name: $0) }
        )
    }
}

extension Problem {
    fileprivate static func notOne(_ version: String?) -> Problem {
        Problem(
            "cloudevents",
            version.map { "CloudEvents \"\(Excerpt.printable($0))\" are not known" }
                ?? "there is no specversion",
            field: "specversion",
            help: "write \"specversion\":\"1.0\""
        )
    }

    fileprivate static func missing(_ key: CloudEventReader.Key) -> Problem {
        Problem(
            "cloudevents",
            "\(key.rawValue) is missing",
            field: key.rawValue,
            help: key == .data ? "put an event as annals append takes it there" : "CloudEvents 1.0 require it"
        )
    }

    fileprivate static let entryOfLog = Problem(
        "cloudevents",
        "this is an entry of a log that annals wrote, among events of others",
        field: "type",
        help: "a log is restored as a whole, from its first line on"
    )

    fileprivate static let noEvent = Problem(
        "cloudevents",
        "the data are no event",
        field: "data",
        help: "append actors, corrections and retractions as JSON lines: annals help append"
    )
}
