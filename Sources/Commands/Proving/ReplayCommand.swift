import Annals
import ArgumentParser
import Postgres
import Projections

/// `annals replay`.
struct ReplayCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Rebuild every projection from the log.",
        discussion: """
            Alone, it rebuilds the projections beside the live ones, which answer meanwhile, and puts them in their \
            place as a new version. Stopped at any moment, it goes on from there the next time. The version before \
            is kept until --drop-retired; annals status lists them. This needs the role annals_owner.

            With --check it compares row by row with the live projections, leaves nothing behind, and exits with 1 \
            when they differ. With -o it writes the projections to a new file, as they were known at --known: \
            whoever makes it, whenever, gets the same bytes. Both need no more than reading.
            """
    )

    @Flag(help: "Only compare.")
    var check = false

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Write the projections as JSON lines to a new file; - for standard output.",
            valueName: "file"
        ),
        completion: .file()
    )
    var output: String?

    @Flag(help: "Drop the versions that do not answer: retired ones, and one left half built.")
    var dropRetired = false

    @OptionGroup var clocks: ClockOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard [check, output != nil, dropRetired].filter({ $0 }).count <= 1 else {
            throw ValidationError("--check, --output and --drop-retired exclude each other.")
        }
        guard clocks.at == nil else {
            throw ValidationError("A replay is of all that was known: it takes --known, not --at.")
        }
        guard clocks.known == nil || output != nil else {
            throw ValidationError(
                "--known writes to a file: name it with -o, or give -o - for standard output."
            )
        }
        guard !(output == "-" && global.json) else {
            throw ValidationError("-o - writes JSON lines already: leave --json out.")
        }
    }

    func execute() throws {
        if !check && output == nil { Interrupt.takeTime() }
        let session = try Session.open(global, for: "replay")
        // Even comparing needs temporary tables, which a replica cannot make.
        try session.checkIsNoReplica()
        let progress = Progress("replaying")
        let replay = Replay(
            session.log,
            progress: progress.show,
            stage: { stage in
                if case .continuing(let from) = stage {
                    Console.standard.note("Going on from \(from), where an earlier replay was stopped.")
                }
                progress.begin(stage.spoken)
            },
            unreadable: { position, _, reason in
                Console.standard.note(
                    "note: \(position) cannot be read, and says nothing: \(Printable.line(reason)); see annals verify"
                )
            }
        )
        defer { progress.finish() }
        if check {
            let (position, findings) = try replay.check()
            progress.finish()
            try ReplayFindings(position: position, findings: findings).print(asJSON: global.json)
            if findings.contains(where: { $0.differing > 0 }) { throw Failure(.no, []) }
        } else if let output {
            try write(replay, to: output, session, progress)
        } else if dropRetired {
            try report(dropped: try replay.dropRetired())
        } else {
            try swapIn(replay, session, progress)
        }
    }

    private func swapIn(_ replay: Replay, _ session: Session, _ progress: Progress) throws {
        let position: Position
        do {
            position = try replay.swapIn()
        } catch let error as PostgresError {
            var failure = Failure(error)
            failure.outcome = "The answers are whole. The next annals replay goes on where this one stopped."
            throw failure
        }
        progress.finish()
        guard global.json else {
            return try Console.standard.print(
                "Rebuilt from the log up to \(position); the new projections answer now."
            )
        }
        let live = try ProjectionVersion.all(in: session.log).first { $0.status == .live }
        let json: JSONValue = [
            "position": .number(Int(position.rawValue)),
            "version": .optional(live?.number),
        ]
        try Console.standard.print(json.line)
    }

    private func write(_ replay: Replay, to path: String, _ session: Session, _ progress: Progress) throws {
        let reading = try clocks.read(day: clocks.readDay(), KnownClock(clocks.known, session), session.log)
        try reading.refuseUnsettled()
        let known = reading.known
        let file = try OutputFile(path)
        let snapshot = try replay.writeSnapshot(known: known, file.write)
        try file.finish()
        progress.finish()
        let summary = "\(snapshot.rows) rows as known at \(known), SHA-256 \(snapshot.sha256)"
        if path == "-" {
            Console.standard.note(summary)
        } else if global.json {
            let json: JSONValue = [
                "file": .string(path),
                "position": .number(Int(known.rawValue)),
                "rows": .number(Int(snapshot.rows)),
                "sha256": .string(snapshot.sha256),
            ]
            try Console.standard.print(json.line)
        } else {
            try Console.standard.print("\(Printable.line(path)): \(summary)")
        }
    }

    private func report(dropped: [ProjectionVersion]) throws {
        if global.json {
            return try Console.standard.print(
                (["dropped": .array(dropped.map(\.json))] as JSONValue).line
            )
        }
        for version in dropped {
            try Console.standard.print(
                "Dropped version \(version.number), \(version.status.rawValue) at \(version.position), \(version.size)."
            )
        }
        if dropped.isEmpty {
            try Console.standard.print("There is nothing to drop: only the live version is kept.")
        }
    }
}

extension ReplayStage {
    /// In words, as progress says it.
    fileprivate var spoken: String {
        switch self {
        case .continuing, .replaying: "replaying"
        case .comparing(let table): "comparing \(table)"
        case .indexing: "building indexes"
        case .analysing(let table): "gathering statistics of \(table)"
        case .waiting: "waiting for transactions that began before"
        case .hashing: "hashing"
        case .writing(let table): "writing \(table)"
        }
    }
}
