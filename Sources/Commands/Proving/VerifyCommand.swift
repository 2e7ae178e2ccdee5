import Annals
import ArgumentParser
import EventLog
import Postgres
import Projections

/// `annals verify`.
struct VerifyCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hold the log and the answers against each other, and against a checkpoint.",
        discussion: """
            It recomputes every entry's digest, the tree over them, positions, streams and links; compares \
            everything in the schema that could lie to a reader (functions, views, policies, triggers, rights, keys, \
            indexes) with what this program sets up; and replays the log to compare it with the projections. What is \
            altered is told first; then it exits with 1. A part that cannot run is left out and named, and never \
            hides what another finds: with nothing else wrong it exits with 77 when the rights for it are missing.

            Whoever rules the database can rewrite all of it so that it fits again. --checkpoint shows that, with \
            a checkpoint kept elsewhere, and --key says who must have signed that.

            --quick looks at the last entries and at the schema alone, in about a second however long the log.

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

    @Flag(help: "Verify the last entries and the schema alone.")
    var quick = false

    @Argument(
        help: ArgumentHelp(
            "How many entries --quick looks at; \(Self.quickEntries) unless given.",
            valueName: "n"
        )
    )
    var entries: Int64?

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

    /// The entries that take well under a second.
    private static let quickEntries: Int64 = 5_000

    func validate() throws {
        guard key == nil || checkpoint != nil else { throw ValidationError("--key needs --checkpoint.") }
        guard proof || event == nil && output == nil else {
            throw ValidationError("--event and --output need --proof.")
        }
        guard !proof || event != nil || checkpoint != nil else {
            throw ValidationError("--proof needs --event or --checkpoint.")
        }
        guard !quick || checkpoint == nil && !proof else {
            throw ValidationError(
                "--quick looks at the end of the log alone: leave --checkpoint and --proof out."
            )
        }
        guard entries == nil || quick else { throw ValidationError("How many entries is for --quick alone.") }
        guard entries.map({ $0 > 0 }) != false else {
            throw ValidationError("--quick takes a number from 1 on.")
        }
    }

    func execute() throws {
        let kept = try checkpoint.map { try CheckpointFile($0, signedBy: key) }
        // Verifying changes nothing: what waits for its position is left to wait.
        let session = try Session.open(global, for: "verify", catchingUp: false)
        if let kept, let path = checkpoint {
            try kept.check(isOf: session.log.origin(), path)
            // What a replica has not got yet was not cut off.
            try session.reach(kept.checkpoint.position)
        }
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
        var report = VerificationReport(kept: kept)
        let progress = Progress("verifying")
        defer { progress.finish() }
        let verification = Verification(
            log,
            last: quick ? entries ?? Self.quickEntries : nil,
            progress: progress.show
        )
        let extent = try verification.run(against: kept?.checkpoint) { report.add($0) }
        report.add(verification.parts, extent)
        if quick {
            report.skip([.links, .indexes, .projections], "--quick")
        } else if logOnly {
            report.skip([.projections], "--log-only")
        } else {
            try compareProjections(of: log, &report)
        }
        try report.describeAlterations(in: log)
        progress.finish()
        report.note(in: log)
        try Console.standard.print(global.json ? report.json.line : report.text)
        if let code = report.exitCode { throw Failure(code, []) }
    }

    /// Replays the log beside the projections; what cannot be read counts as nothing, and is told.
    private func compareProjections(of log: Log, _ report: inout VerificationReport) throws {
        let progress = Progress("replaying")
        defer { progress.finish() }
        var unreadable: [Finding] = []
        let replay = Replay(
            log,
            progress: progress.show,
            unreadable: { position, event, reason in
                unreadable.append(
                    Finding(
                        .unreadable,
                        position: position,
                        event: event,
                        problem: "its content makes no sense: \(reason)"
                    )
                )
            }
        )
        do {
            report.add(try replay.check().findings)
        } catch let error as PostgresError where !error.isInterruption {
            report.leaveOut(VerificationPart.LeftOut(.projections, because: error))
        } catch let error as LogError {
            report.leaveOut(VerificationPart.LeftOut(.projections, because: error))
        }
        for finding in unreadable { report.add(finding) }
    }
}
