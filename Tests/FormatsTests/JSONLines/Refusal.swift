import Annals
import Formats
import Testing

/// A line and what is said against it.
struct Refusal: CustomTestStringConvertible {
    let line: String
    let said: [String]

    var testDescription: String { line }

    /// Reads examples: a line at the margin, then indented what is said against it.
    static func examples(_ text: String) -> [Refusal] {
        var examples: [Refusal] = []
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("    "), let last = examples.popLast() {
                examples.append(Refusal(line: last.line, said: last.said + [String(line.dropFirst(4))]))
            } else {
                examples.append(Refusal(line: line, said: []))
            }
        }
        return examples
    }

    /// What is wrong with a line.
    static func problems(_ line: some Collection<UInt8>) -> [Problem] {
        do throws(Problems) {
            _ = try JSONLine(Array(line)[...])
            return []
        } catch {
            return error.list
        }
    }

    /// What is said against a line: of each problem topic, field and message, then the help.
    static func said(_ line: some Collection<UInt8>) -> [String] {
        problems(line).flatMap { problem in
            [problem.topic + (problem.field.isEmpty ? "" : " \(problem.field)") + ": \(problem.message)"]
                + (problem.help.map { ["help: \($0)"] } ?? [])
        }
    }
}
