import Annals
import ArgumentParser
import EventLog
import Projections

/// `annals verify`.
struct VerifyCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hold the log and the answers against each other, and against a checkpoint.",
        discussion: """
            It recomputes every entry's digest, the tree over them, positions, streams and links, and replays the \
            log to compare it with the projections. Everything that is wrong is named by its position; then it \
            exits with 1.

            Whoever rules the database can rewrite all of it so that it fits again. --checkpoint shows that, with \
            a checkpoint kept elsewhere, and --key says who must have signed that.

            With --proof it verifies nothing and prints a proof for others to verify: with --event that an entry \
            is in the log, without that the log continues the checkpoint. docs/proof.md tells how.
            """
    )

    @Option(help: ArgumentHelp("A checkpoint that was kept.", valueName: "file"), completion: .file())
    var checkpoint: String?

    @Option(
        help: ArgumentHelp("The public key that must have signed it.", valueName: "key"),
        transform: VerifierKey.init(argument:)
    )
    var key: VerifierKey?

    @Flag(help: "Verify the log alone, and leave the projections out.")
    var logOnly = false

    @Flag(help: "Print a proof.")
    var proof = false

    @Option(help: ArgumentHelp("What to prove: an event's UUID, or a position such as #57.", valueName: "id"))
    var event: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write the proof to a new file, not to the terminal.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard key == nil || checkpoint != nil else { throw ValidationError("--key needs --checkpoint.") }
        guard proof || event == nil && output == nil else {
            throw ValidationError("--event and --output need --proof.")
        }
        guard !proof || event != nil || checkpoint != nil else {
            throw ValidationError("--proof needs --event or --checkpoint.")
        }
    }

    func execute() throws {
        let kept = try checkpoint.map { try CheckpointFile($0, signedBy: key) }
        // Verifying changes nothing: what waits for its position is left to wait.
        let session = try Session.open(global, for: "verify", catchingUp: false)
        if let kept, let path = checkpoint { try kept.check(isOf: session.log.origin(), path) }
        if proof {
            let file = try OutputFile(output ?? "-")
            let proof =
                if let event {
                    try InclusionJSON(event, in: session.log, upTo: kept?.checkpoint).text
                } else if let kept {
                    try ConsistencyJSON(from: kept.checkpoint, in: session.log).text
                } else {
                    ""
                }
            try file.write(proof)
            return try file.finish()
        }
        try verify(session.log, kept)
    }

    private func verify(_ log: Log, _ kept: CheckpointFile?) throws {
        let progress = Progress("verifying")
        var report = VerificationReport(kept: kept)
        let extent = try Verification(log, progress: progress.show).run(against: kept?.checkpoint) {
            report.add($0)
        }
        progress.finish()
        var projections: [Replay.Finding]?
        // What cannot be read cannot be replayed.
        if !logOnly, report.isReadable, extent.origin != nil {
            let progress = Progress("replaying")
            projections = try Replay(log, progress: progress.show).check().findings
            progress.finish()
        }
        report.finish(extent, projections: projections)
        try Console.standard.print(global.json ? report.json.line : report.text)
        if !report.holds { throw Failure(.no, []) }
    }
}
