import EventLog
import Postgres

extension Replica {
    /// Whom it follows and how far it has got, in a line.
    var line: String {
        var parts = [
            primary.map { "of the server at \(Printable.line($0))" } ?? "of a server this role may not see"
        ]
        if let replayedAt { parts.append("replayed what was committed up to \(replayedAt)") }
        if let bytesBehind {
            parts.append(
                bytesBehind == 0 ? "nothing received is left to replay" : "\(bytesBehind) bytes behind"
            )
        }
        if isPaused { parts.append("its replay is paused") }
        if !isReceiving { parts.append("it receives nothing now") }
        return parts.joined(separator: ", ")
    }

    /// The same for programs.
    var json: JSONValue {
        [
            "primary": .optional(primary),
            "receiving": .bool(isReceiving),
            "replayed_at": .optional(replayedAt?.description),
            "bytes_behind": .optional(bytesBehind),
            "paused": .bool(isPaused),
        ]
    }
}
