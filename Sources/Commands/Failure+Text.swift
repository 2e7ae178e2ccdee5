import Annals

extension Failure {
    /// Lines of a batch shown in full; the rest is counted.
    private static let mostShown = 50

    /// For people: `error[topic]: what`, where, and how to mend it.
    var text: String {
        var blocks = items.prefix(Self.mostShown).map(Self.block)
        if items.count > Self.mostShown {
            blocks.append("… and \(items.count - Self.mostShown) more problems")
        }
        if let outcome { blocks.append(outcome.revealingHidden(keeping: ["\n"])) }
        return blocks.joined(separator: "\n")
    }

    private static func block(_ item: Item) -> String {
        let problem = item.problem
        let place = [
            item.line.map { "line \($0)" }, problem.field.isEmpty ? nil : Printable.line(problem.field),
        ].compactMap {
            $0
        }
        var lines = ["error[\(problem.topic)]: \(Printable.line(problem.message))"]
        if !place.isEmpty { lines.append("  at \(place.joined(separator: ", "))") }
        if let written = problem.written, let range = problem.range, written.utf8.count <= 120,
            written.allSatisfy({ $0.isASCII && !$0.isNewline }), range.upperBound <= written.utf8.count
        {
            lines.append("  \(Printable.line(written))")
            lines.append(
                "  " + String(repeating: " ", count: range.lowerBound)
                    + String(repeating: "^", count: max(1, range.count))
            )
        }
        if let help = problem.help { lines.append("help: \(Printable.line(help))") }
        return lines.joined(separator: "\n")
    }

    /// For programs: a problem object after RFC 9457.
    var json: JSONValue {
        let first = items.first?.problem
        return [
            "type": .string("https://annals.example/problems/\(first?.topic ?? "error")"),
            "title": .string(first?.message ?? outcome ?? "failed"),
            "detail": .optional(outcome),
            "exit": .number(Int(code.rawValue)),
            "errors": .array(
                items.map { item in
                    [
                        "topic": .string(item.problem.topic),
                        "message": .string(item.problem.message),
                        "line": .optional(item.line),
                        "field": item.problem.field.isEmpty ? .null : .string(item.problem.field),
                        "help": .optional(item.problem.help),
                    ]
                }
            ),
        ]
    }
}
