import Annals
import ArgumentParser
import EventLog
import Formats
import Glibc

/// `annals import`.
struct ImportCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Record the events of a file that others made.",
        discussion: """
            The format is recognised from what stands in the file; annals help formats lists them. All rows go in, \
            or none while one of them is bad; with --keep-good the good ones go in, and the others are listed in a \
            file. A file packed with gzip is read as it is.

            A row is recorded once, however often its file is imported: stopped at any moment, the same command \
            goes on where it was. A newer version of a row, where the source has versions, becomes a correction.

            The log as annals export --format cloudevents wrote it is restored, into an empty database: every entry as \
            it was, with its times and proofs. Its last line says that it is whole; --key says who must have signed \
            that, and --partial takes what was cut off.

            --dry-run says what would be recorded, whom nobody knows, and what is to be known of such files.
            """
    )

    @Argument(help: "The file; - for standard input.", completion: .file())
    var file: String

    @Option(help: "The format, when it is not to be recognised.")
    var from: ImportFormat?

    @Flag(name: [.customShort("n"), .long], help: "Say what it comes to, and write nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "What the columns of a spreadsheet are in ours: a file of lines THEIRS = OURS.",
            valueName: "file"
        ),
        completion: .file()
    )
    var map: String?

    @Flag(help: "Register the actors that nobody knows.")
    var createActors = false

    @Flag(help: "Write the good rows of a file with bad ones.")
    var keepGood = false

    @Option(
        help: ArgumentHelp(
            "Where --keep-good lists the other rows; beside the file, as FILE.rejects.csv, otherwise.",
            valueName: "file"
        ),
        completion: .file()
    )
    var rejects: String?

    @OptionGroup var logTime: LogTimeOption

    @Flag(help: "Restore a log that has no last line, as far as it goes.")
    var partial = false

    @Option(
        help: ArgumentHelp("The public key that must have signed a log.", valueName: "key"),
        transform: VerifierKey.init(argument:)
    )
    var key: VerifierKey?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard key == nil || !partial else {
            throw ValidationError("--partial takes a log without its last line, which --key is about.")
        }
        guard rejects == nil || keepGood else {
            throw ValidationError("--rejects lists what --keep-good leaves out.")
        }
        guard rejects != "-" else { throw ValidationError("--rejects names a file.") }
    }

    func execute() throws {
        let source = try ImportFile(file)
        if from ?? .cloudEvents == .cloudEvents, let line = try source.firstLine(), AnnalsEvent.isOne(line) {
            return try restore(source)
        }
        guard !partial, key == nil else {
            throw Failure(
                .usage,
                "log",
                "\(Printable.line(file)) is no log that annals exported",
                help: "leave \(partial ? "--partial" : "--key") out: it is about those"
            )
        }
        let map = try map.map { try ColumnMap(file: $0) }
        let start = try source.start()
        let format: RecognisedFormat
        do {
            format = try RecognisedFormat.recognise(start[...], as: from, map: map)
        } catch {
            throw Failure(.badData, error)
        }
        let session = try Session.open(global, for: "import")
        if !dryRun { try session.checkWritable(logTime) }
        let rows = try TableRows(source, format, start: start, map: map)
        let run = try ImportRun(
            rows,
            session,
            createsActors: createActors,
            rejects: keepGood && !dryRun ? try RejectsFile(of: source, at: rejects) : nil,
            global: global
        )
        let checked = keepGood && !dryRun ? nil : try run.rehearse()
        if let checked, !dryRun, checked.tally.rejected > 0 {
            try checked.show(global)
            let others =
                checked.tally.rejected < checked.tally.rows ? " (--keep-good writes the others)." : "."
            throw Failure(
                .badData,
                checked.problems,
                outcome: "\(checked.tally.rejected) of \(checked.tally.rows) rows rejected, nothing written"
                    + others
            )
        }
        let done = try checked.flatMap { dryRun ? $0 : nil } ?? run.write(expecting: checked?.tally.rows)
        try done.show(global)
        if done.tally.rejected > 0 { throw Failure(.badData, done.problems, outcome: done.summary) }
    }

    private func restore(_ source: ImportFile) throws {
        let session = try Session.open(global, for: "import")
        try session.checkIsNoReplica()
        let run = RestoreRun(file: source, session: session, takesPart: partial, key: key)
        let report = try run.run(isDryRun: dryRun)
        // Its entries keep their times, and those that follow come after them.
        if !dryRun { LogTime(try session.log.head(), client: Environment.now).tell() }
        if global.json { return try Console.standard.print(report.json.line) }
        try Console.standard.tell(report.lines, ascii: global.ascii)
    }
}

extension ImportFormat: ExpressibleByArgument {}

extension ImportReport {
    fileprivate func show(_ global: GlobalOptions) throws {
        if global.json { return try Console.standard.print(json.line) }
        try Console.standard.tell(lines, ascii: global.ascii)
    }
}

extension ColumnMap {
    /// Reads a map from a file.
    fileprivate init(file: String) throws {
        let text = try TextFile.read(file, "a map of columns")
        do {
            try self.init(text)
        } catch {
            throw Failure(.badData, error.list.map { Failure.Item(line: nil, problem: $0) })
        }
    }
}
