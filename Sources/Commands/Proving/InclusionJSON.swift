import Annals
import EventLog
import Postgres

/// That an entry is in the log, for somebody without the database to verify: see docs/proof.md.
struct InclusionJSON {
    private let proven: ProvenEntry

    /// Proves the last entry of an event, or the one at a position, up to the end of the log or a checkpoint.
    init(_ name: String, in log: Log, upTo checkpoint: Checkpoint?) throws {
        guard let proven = try log.provenEntry(named: name, upTo: checkpoint) else {
            let isName = EventID(name) != nil || Position(name) != nil
            let place = checkpoint.map { " up to \($0.position)" } ?? ""
            throw Failure(
                isName ? .no : .badData,
                "id",
                isName
                    ? "there is no entry \(name) in the log\(place)"
                    : "\"\(name.prefix(60))\" names no entry",
                help: "give the event's UUID or a position such as #57: see annals log"
            )
        }
        self.proven = proven
    }

    var text: String {
        let json: JSONValue = [
            "origin": .string(proven.origin),
            "position": .number(Int(proven.proof.index + 1)),
            "event": .string(proven.event.description),
            "revision": .number(proven.revision),
            "says": says,
            "canonical": .string(proven.canonical.hexadecimal),
            "salt": .string(proven.salt.hexadecimal),
            "accepted_at": .string(proven.acceptedAt.description),
            "recorded_at": .string(proven.recordedAt.description),
            "accepted_us": .number(Int(proven.acceptedAt.rawValue)),
            "recorded_us": .number(Int(proven.recordedAt.rawValue)),
            "appended_as": .string(proven.appendedAs),
            "size": .number(Int(proven.proof.size)),
            "path": .hashes(proven.proof.path),
            "root": .string(proven.root.hexadecimal),
        ]
        return json.line + "\n"
    }

    /// What the canonical bytes say, with the texts that they say by a hash alone.
    private var says: JSONValue {
        .object(
            CanonicalField.allCases.map { field in
                switch proven.says[field] {
                case .hidden(let hash):
                    let text = JSONValue.optional(proven.texts[field])
                    return (field.column, ["sha256": .string(hash.hexadecimal), "text": text])
                case let value: return (field.column, JSONValue(value))
                }
            }
        )
    }
}

/// That the log continues a checkpoint, for somebody without the database to verify.
struct ConsistencyJSON {
    private let checkpoint: Checkpoint
    private let later: Checkpoint
    private let proof: ConsistencyProof

    init(from checkpoint: Checkpoint, in log: Log) throws {
        self.checkpoint = checkpoint
        later = try log.checkpoint()
        guard checkpoint.position <= later.position else {
            throw Failure(
                .no,
                "checkpoint",
                "the log ends at \(later.position), before the checkpoint's \(checkpoint.position): its tail was cut off"
            )
        }
        proof = try log.consistencyProof(from: checkpoint.position, to: later.position)
        guard proof.holds(from: checkpoint.root, to: later.root) else {
            throw Failure(
                .no,
                "checkpoint",
                "the log does not continue the checkpoint",
                help: "see where it was changed with: annals verify --checkpoint"
            )
        }
    }

    var text: String {
        let json: JSONValue = [
            "origin": .string(checkpoint.origin),
            "first": .number(Int(proof.first)),
            "first_root": .string(checkpoint.root.hexadecimal),
            "second": .number(Int(proof.second)),
            "second_root": .string(later.root.hexadecimal),
            "path": .hashes(proof.path),
        ]
        return json.line + "\n"
    }
}

extension JSONValue {
    fileprivate init(_ value: CanonicalContent.Value) {
        switch value {
        case .missing: self = .null
        case .number(let number): self = .number(number)
        case .text(let text): self = .string(text)
        case .hidden(let hash): self = .string(hash.hexadecimal)
        case .list(let items): self = .array(items.map(JSONValue.init))
        case .object(let members): self = .object(members.map { ($0.name, JSONValue($0.value)) })
        }
    }

    fileprivate static func hashes(_ hashes: [Hash]) -> JSONValue {
        .array(hashes.map { .string($0.hexadecimal) })
    }
}
