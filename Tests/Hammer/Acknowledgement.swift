import Annals
import FoundationEssentials

/// What `annals … --json` says of what it wrote.
struct Acknowledgement: Decodable {
    struct Entry: Decodable {
        let line: Int
        let event: String
        let revision: Int32
        let position: Int64?
        /// Its version in each stream it touches.
        let versions: [String: Int64]
    }

    let entries: [Entry]
    /// Lines that ask for what is there already.
    let repeated: [Int]

    init(_ output: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(output.utf8))
    }

    /// Notes it in a ledger, and says where the entries of these lines are.
    func note(of lines: [Script.Line], in ledger: Ledger) -> [LogKey: Int64] {
        var positions: [LogKey: Int64] = [:]
        for entry in entries {
            guard let event = EventID(entry.event), lines.indices.contains(entry.line - 1) else {
                ledger.note(flaw: "an acknowledgement of what nobody sent: \(entry)")
                continue
            }
            let key = LogKey(event: event, revision: entry.revision)
            if key != lines[entry.line - 1].key {
                ledger.note(flaw: "\(key) was acknowledged where \(lines[entry.line - 1].key) was sent")
            }
            if entry.position == nil { ledger.note(flaw: "\(key) was acknowledged without a position") }
            ledger.note(key, at: entry.position)
            positions[key] = entry.position
        }
        for line in repeated where lines.indices.contains(line - 1) {
            ledger.note(lines[line - 1].key, at: nil)
        }
        if entries.count + repeated.count != lines.count {
            ledger.note(
                flaw: "\(lines.count) lines were sent, \(entries.count + repeated.count) acknowledged"
            )
        }
        ledger.noteAnswer()
        return positions
    }
}
