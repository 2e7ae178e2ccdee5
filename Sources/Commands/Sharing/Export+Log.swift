import Annals
import EventLog
import Postgres

extension Export {
    /// Writes the log as it is, every entry a CloudEvent: what annals import makes the same log of.
    ///
    /// A whole one ends with a line that says so, a checkpoint, signed with the key. What was known earlier is a part of
    /// the log, and has no such line.
    func writeLog(to output: OutputFile, signedWith key: SigningKey?) throws -> Bool {
        try log.connection.snapshot {
            let end = try log.head().position
            let last = clocks.isNow ? end : clocks.known
            try log.writeCloudEvents(upTo: last) { try output.write($0) }
            guard last.rawValue > 0 else { return true }
            if last == end {
                try output.write(log.endOfCloudEvents(ending(signedWith: key)) + "\n")
            } else {
                Console.standard.note(
                    "export: the log up to \(last), of \(end): a part of it, which annals import takes with --partial alone"
                )
            }
            return false
        }
    }

    private func ending(signedWith key: SigningKey?) throws -> SignedNote {
        let checkpoint = try log.checkpointInTransaction()
        var note = SignedNote(text: checkpoint.text)
        try key.map { try note.sign(with: $0, as: checkpoint.origin) }
        return note
    }
}
