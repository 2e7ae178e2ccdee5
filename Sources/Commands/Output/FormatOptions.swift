import ArgumentParser

/// `--format` and `-o`, on commands whose answer can be given in several forms.
struct FormatOptions<Format>: ParsableArguments
where Format: ExpressibleByArgument & CaseIterable & RawRepresentable<String> & Sendable {
    @Option(help: ArgumentHelp("The form of the answer.", valueName: "format"))
    var format: Format?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a new file instead of standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    /// The form asked for; `--json` is short for one of them.
    func chosen(_ global: GlobalOptions, json: Format, otherwise: @autoclosure () -> Format) throws -> Format
    {
        guard global.json else { return format ?? otherwise() }
        guard format == nil || format?.rawValue == json.rawValue else {
            throw ValidationError(
                "--json and --format \(format?.rawValue ?? "") ask for two forms: leave one out."
            )
        }
        return json
    }

    /// Where the answer goes, made before anything is asked.
    func open() throws(Failure) -> OutputFile { try OutputFile(output ?? "-") }
}

/// The forms that most answers can be given in.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case text, json, csv, tsv, md, svg, html
}
