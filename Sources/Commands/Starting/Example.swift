import Annals
import EventLog
import Formats

/// A record that ships with annals, as JSON lines in parts appended one after the other.
struct Example {
    let parts: [Part]

    /// Some of its lines.
    struct Part {
        let name: String
        let text: String

        /// The id of a line that has none: always the same, so that whoever loads the example, at the same moment too,
        /// writes it once.
        func id(of line: JSONLine) -> EventID {
            var bytes = Array("example/".utf8)
            line.write(to: &bytes)
            return EventID(naming: String(decoding: bytes, as: UTF8.self))
        }
    }

    /// What they are called.
    static var names: [String] {
        EmbeddedExamples.files.map { String($0.path.dropLast(".jsonl".utf8.count)) }
            .filter { !$0.contains("-") }
    }

    init(named name: String) throws {
        let files = EmbeddedExamples.files.filter {
            $0.path == "\(name).jsonl" || $0.path.hasPrefix("\(name)-")
        }
        guard files.contains(where: { $0.path == "\(name).jsonl" }) else {
            throw Failure(
                .badData,
                Problem(
                    "example",
                    "there is no example \"\(name.prefix(60))\"",
                    field: "--example",
                    help: "there is \(Self.names.joined(separator: ", "))"
                )
            )
        }
        // The record itself first, then what corrects it.
        parts = files.map { Part(name: String($0.path.dropLast(".jsonl".utf8.count)), text: $0.text) }
            .sorted { $0.name.utf8.count < $1.name.utf8.count }
    }
}
