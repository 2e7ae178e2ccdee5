import Annals
import ArgumentParser
import EventLog
import Formats

/// `annals export`.
struct ExportCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand the record on, in the formats others read.",
        discussion: """
            Of everybody, of everything one actor is in, or of a relationship, as we knew it at --known: what may have \
            begun from --from until --to, or how things ran and stood in those days. What the format cannot carry is \
            counted on standard error. annals help formats tells what each is for. Exits with 1 when there is nothing.
            """
    )

    @Argument(
        help: "None, one or two actors, by any name, alias or code.",
        completion: .actors
    )
    var actors: [String] = []

    @Option(help: ArgumentHelp("The form to write.", valueName: "format"))
    var format: ExportFormat

    @OptionGroup var span: SpanOptions
    @OptionGroup var clocks: ClockOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a new file instead of standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Sign the log that --format cloudevents writes with this private key.",
            valueName: "file"
        ),
        completion: .file()
    )
    var key: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard actors.count <= 2 else { throw ValidationError("Name at most two actors.") }
        try span.check(clocks)
        guard format != .gexf || span.from == nil && span.to == nil else {
            throw ValidationError("--format gexf has the whole history: leave --from and --to out.")
        }
        guard format != .cloudevents || actors.isEmpty && span.from == nil && span.to == nil else {
            throw ValidationError("--format cloudevents is the whole log: leave actors, --from and --to out.")
        }
        guard key == nil || format == .cloudevents && ClockOptions.unlessNow(clocks.known) == nil else {
            throw ValidationError("--key signs --format cloudevents, as known now.")
        }
    }

    func execute() throws {
        let key = try key.map(SigningKey.init(file:))
        let file = try OutputFile(output ?? "-")
        let sidecar = try sidecar(of: file)
        let session = try Session.open(global, for: "export")
        let asked = actors.isEmpty ? [] : try session.asked(actors)
        let clocks = try clocks.read(session)
        let export = try Export(asked, clocks, span.read(clocks: clocks), session.log)
        let isEmpty = try export.write(format, to: file, signedWith: key)
        try file.finish()
        try sidecar?.write(CSVW.description(of: file.name, export.record))
        try sidecar?.finish()
        if isEmpty { throw Failure(.no, []) }
    }

    /// What describes a sheet, beside it.
    private func sidecar(of file: OutputFile) throws(Failure) -> OutputFile? {
        guard format == .csv, let output, !file.isStandardOutput else { return nil }
        return try OutputFile(CSVW.name(beside: output))
    }
}
