import ArgumentParser
import Logging
import Pictures

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The database, as a libpq URI or keyword string.", valueName: "uri"))
    var db: String?

    @Option(
        help: ArgumentHelp(
            "How long to wait for a server that is away, and for entries to become known; as 90s or 5m.",
            valueName: "time"
        )
    )
    var wait: TimeSpan?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    @Flag(help: "Never write colours.")
    var noColor = false

    @Flag(help: "Never show output a screen at a time.")
    var noPager = false

    @Flag(name: [.customShort("d"), .long], help: "Say on stderr what is connected to, started and retried.")
    var debug = false

    var logger: Logger {
        var logger = Logger(label: "annals") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = debug ? .debug : .warning
        return logger
    }

    /// How levels are drawn.
    var marks: LevelMark {
        LevelMark(ascii: ascii, colour: !noColor && Console.standard.hasColour)
    }
}
