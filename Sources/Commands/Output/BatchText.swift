import Annals
import Pictures
import Projections

/// What became of an input, for a terminal and as JSON.
struct BatchText {
    let report: BatchReport
    let marks: LevelMark

    var lines: [String] {
        let told = report.lines.filter { $0.changes != nil || $0.isDuplicate }
        let isLong = report.lines.count > told.count
        var lines = isLong ? [] : told.flatMap(self.lines)
        lines += isLong ? [] : report.repeated.map { "= nothing new: \(what($0.entry))" }
        if isLong || report.lines.count + report.repeated.count != 1 { lines.append(report.summary) }
        if report.isRehearsal { lines.append("Nothing was written.") }
        return lines
    }

    private func lines(_ line: BatchReport.Line) -> [String] {
        let streams = line.versions.sorted { $0.key < $1.key }
        let touched =
            streams.prefix(3).map { "\($0.key) v\($0.value)" }.joined(separator: ", ")
            + (streams.count > 3 ? ", …" : "")
        let position = line.position.map(\.description) ?? "accepted"
        if line.isDuplicate {
            return [
                "= \(position) had this already, accepted once: \(what(line.entry, replacing: line.replaced))"
            ]
        }
        let sign = marks.ascii ? "+" : "✓"
        let head = "\(sign) \(position)  \(what(line.entry, replacing: line.replaced))  [\(touched)]"
        let changes = line.changes ?? []
        if changes.isEmpty, line.entry.content?.actor == nil {
            return [head, "    changes nothing in how anybody stood"]
        }
        return [head] + changes.map { "    " + ChangeText(marks: marks).line($0) }
    }

    private func what(_ entry: Entry, replacing replaced: EntryContent? = nil) -> String {
        let headline = (entry.content ?? replaced)?.headline ?? entry.event.description
        switch entry.kind {
        case .recorded:
            let others =
                (entry.content?.actor).map { ($0.aliases + $0.codes).map { Printable.line($0, most: 40) } }
                ?? []
            return headline + (others.isEmpty ? "" : ", also \(others.joined(separator: ", "))")
        case .corrected: return "corrects: \(headline)"
        case .retracted: return "retracts: \(headline)"
        case .redacted: return "erases the \(entry.erasedNames): \(headline)"
        }
    }

    var json: JSONValue {
        let members: JSONValue = [
            "written": .bool(!report.isRehearsal),
            "entries": .array(
                report.lines.map { line in
                    [
                        "line": .number(line.number),
                        "event": .string(line.entry.event.description),
                        "revision": .number(line.entry.revision),
                        "kind": .string(line.entry.kind.rawValue),
                        "position": .optional(line.position.map { Int($0.rawValue) }),
                        "duplicate": .bool(line.isDuplicate),
                        "versions": .object(
                            line.versions.sorted { $0.key < $1.key }.map {
                                (key: $0.key.name, value: .number(Int($0.value.rawValue)))
                            }
                        ),
                        "changes": line.changes.map { .array($0.map(ChangeText.json)) } ?? .null,
                    ]
                }
            ),
            "repeated": .array(report.repeated.map { .number($0.line) }),
            "rejected": .number(Set(report.problems.compactMap(\.line)).count),
        ]
        return members.adding(secondsAhead: report.secondsAhead)
    }
}
