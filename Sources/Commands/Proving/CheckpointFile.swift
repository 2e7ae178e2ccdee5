import EventLog

/// A checkpoint somebody kept, read and held to the key that must have signed it.
struct CheckpointFile {
    /// What it says.
    let checkpoint: Checkpoint
    /// Whose signature it has been found to carry.
    let key: VerifierKey?
    /// Whether somebody signed it, whoever that was.
    let isSigned: Bool

    /// Reads a file.
    ///
    /// - Throws: `Failure` with `.badData` for a file that is no whole checkpoint, and with `.no` when the key has
    ///   not signed it.
    init(_ path: String, signedBy key: VerifierKey?) throws {
        let what = "the checkpoint"
        guard let note = SignedNote(try TextFile.read(path, what)) else {
            throw Self.malformed(path, "its signature cannot be read: it was cut off or edited")
        }
        self.key = key
        isSigned = note.isSigned
        if let key { try Self.check(note.seal(of: key), path) }
        do {
            checkpoint = try Checkpoint(text: note.text)
        } catch {
            throw Self.malformed(path, "line \(error.line): \(error.reason)")
        }
        if let key, key.name != checkpoint.origin {
            throw Failure(
                .no,
                "checkpoint",
                "the key is of \(key.name), and \(path) of \(checkpoint.origin)",
                help: "give the key that annals checkpoint told when it signed"
            )
        }
    }

    /// Refuses one of another log than this.
    func check(isOf origin: String, _ path: String) throws(Failure) {
        guard checkpoint.origin != origin else { return }
        throw Failure(
            .no,
            "checkpoint",
            "\(path) is a checkpoint of another database: of \(checkpoint.origin), and this is \(origin)",
            help: "name the database it was made of with --db"
        )
    }

    private static func check(_ seal: SignedNote.Seal, _ path: String) throws(Failure) {
        let problem: String
        switch seal {
        case .valid: return
        case .broken: problem = "was changed after it was signed, or its signature was"
        case .byOthers: problem = "is signed by another key"
        case .missing: problem = "is not signed"
        }
        throw Failure(.no, "checkpoint", "\(path) \(problem)", help: "trust it only if you know why")
    }

    private static func malformed(_ path: String, _ reason: String) -> Failure {
        Failure(
            .badData,
            "checkpoint",
            "\(path) is not a whole checkpoint: \(reason)",
            help: "use another copy"
        )
    }
}
