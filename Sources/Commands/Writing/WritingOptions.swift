import Annals
import ArgumentParser

/// What every command that writes takes.
struct WritingOptions: ParsableArguments {
    @Flag(name: [.customShort("n"), .long], help: "Say what it would change, and write nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Only if the relationship is still at this version; A/B=N names one of several.",
            valueName: "version"
        )
    )
    var ifVersion: [VersionOption] = []

    @OptionGroup var logTime: LogTimeOption

    func batch(_ session: Session, origin: String) throws -> Batch {
        try session.checkWritable(logTime)
        var batch = Batch(session: session, origin: origin)
        batch.dryRun = dryRun
        for option in ifVersion {
            guard let names = option.actors else {
                batch.expectingOfOnly = option.version
                continue
            }
            batch.expecting[try session.stream(names)] = option.version
        }
        return batch
    }
}

/// `N`, or `A/B=N`.
struct VersionOption: ExpressibleByArgument {
    /// Whose version; nil for the one relationship the event touches.
    let actors: [String]?
    let version: Version

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard let number = parts.last.flatMap({ Int64($0) }), number >= 0, parts.count <= 2 else {
            return nil
        }
        version = Version(rawValue: number)
        guard parts.count == 2 else {
            actors = nil
            return
        }
        let names = parts[0].split(separator: "/").map(String.init)
        guard (1...2).contains(names.count) else { return nil }
        actors = names
    }
}

extension BatchReport {
    /// Prints what became of an input.
    func show(_ global: GlobalOptions) throws {
        let text = BatchText(report: self, marks: global.marks)
        if global.json { return try Console.standard.print(text.json.line) }
        try Console.standard.tell(text.lines, ascii: global.ascii)
    }
}
