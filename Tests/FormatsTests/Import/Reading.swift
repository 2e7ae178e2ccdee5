import Annals
import Testing

@testable import Formats

/// A whole file read as `annals import` reads it, for tests to look at.
struct Reading {
    let format: RecognisedFormat
    let rows: [ImportedRow]
    let problems: [ImportProblem]

    /// Recognises a file and reads all of it.
    init(_ file: [UInt8], as wanted: ImportFormat? = nil, map: String? = nil) throws {
        let map = try map.map { try ColumnMap($0) }
        format = try RecognisedFormat.recognise(
            file.prefix(RecognisedFormat.bytesLooked),
            as: wanted,
            map: map
        )
        var splitter = TableSplitter(separator: format.separator, quoted: format.quoted)
        let records = splitter.records(in: file[...]) + splitter.finish()
        let header = format.hasHeader ? try records.first?.get() : nil
        var reader = try RowReaders.make(format, header: header, map: map)
        var (rows, problems): ([ImportedRow], [ImportProblem]) = ([], [])
        for record in records.dropFirst(format.hasHeader ? 1 : 0) {
            switch record.flatMap({ reader.read($0) }) {
            case .success(let row): rows.append(row)
            case .failure(let problem): problems.append(problem)
            }
        }
        (self.rows, self.problems) = (rows, problems)
    }

    init(_ text: String, as wanted: ImportFormat? = nil, map: String? = nil) throws {
        try self.init(Array(text.utf8), as: wanted, map: map)
    }

    /// The drafts of its events.
    var drafts: [EventDraft] {
        rows.compactMap(\.draft)
    }

    /// What is said against it: line, field and message.
    var said: [String] {
        problems.flatMap { problem in
            problem.problems.map { "\(problem.line)\($0.field.isEmpty ? "" : " \($0.field)"): \($0.message)" }
        }
    }

    /// How many rows have each trap.
    var traps: [ImportTrap: Int] {
        rows.flatMap(\.traps).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// What the checks of the domain have against its events, with every name found; each message once.
    var refusals: Set<String> {
        drafts.reduce(into: []) { messages, draft in
            var slugs: [String: ActorID] = [:]
            let names = draft.actors + draft.recipients
            for (index, name) in names.enumerated() { slugs[name] = ActorID("actor-\(index)") }
            let checked = draft.checked(rulebook: .one) { name in
                slugs[name].map(Result.success) ?? .failure(Problem("actor", "\(name) is not known"))
            }
            guard case .failure(let problems) = checked else { return }
            messages.formUnion(problems.list.map { "\($0.field): \($0.message)" })
        }
    }
}

extension ImportedRow {
    /// The event it comes to.
    var draft: EventDraft? {
        guard case .event(let draft) = content else { return nil }
        return draft
    }
}

/// What is said of a file whose header cannot be read: of each problem field, message and help.
func refusal(_ text: String, as wanted: ImportFormat? = nil, map: String? = nil) -> [String] {
    do {
        _ = try Reading(text, as: wanted, map: map)
        return []
    } catch let problems as Problems {
        return problems.list.map { "\($0.message); \($0.help ?? "")" }
    } catch let problem as Problem {
        return ["\(problem.message); \(problem.help ?? "")"]
    } catch {
        return ["\(error)"]
    }
}
