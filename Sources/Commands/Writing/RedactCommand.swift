import Annals
import ArgumentParser
import EventLog
import Postgres

/// `annals redact`.
struct RedactCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Erase a text of an event for good, where a law demands it; every proof still holds.",
        discussion: """
            The text is taken out of every entry of the event; its salted hash stays, so that nothing else can ever \
            be put in its place, and a new entry says who erased what, when and why. Nobody can undo it. Naming an \
            event by the position of an entry erases the reason of that entry only.

              annals redact '#57' --field note --because "erasure under Art. 17 GDPR, case 2026-114"

            Only the owner of the log may, or a member of annals_redactor. What a database cannot reach, as backups, is in \
            docs/operating.md.
            """
    )

    @Argument(help: "The event: its UUID, or the position of one of its entries, as in #57.")
    var event: String

    @Option(help: ArgumentHelp("What to erase: title, note or reason; may be repeated.", valueName: "field"))
    var field: [Field]

    @Option(help: "Why. It stays: do not repeat the text in it.")
    var because: String?

    @OptionGroup var logTime: LogTimeOption
    @OptionGroup var global: GlobalOptions

    /// A text of an entry.
    enum Field: String, ExpressibleByArgument, CaseIterable {
        case title, note, reason

        /// What of an event to erase, named by its id or by the position of a revision.
        func text(ofRevision revision: Int?) -> ErasedText {
            switch self {
            case .title: .title
            case .note: .note
            case .reason: .reason(ofRevision: revision)
            }
        }
    }

    func validate() throws {
        guard !field.isEmpty else {
            throw ValidationError("Say what to erase: --field title, note or reason.")
        }
    }

    func execute() throws {
        let session = try Session.open(global, for: "redact")
        try session.checkWritable(logTime)
        // Before anything is said of the event, so that whoever may not erase hears that first.
        guard try session.log.mayRedact() else { throw Self.forbidden }
        let found = try Targets(session.log, [event]).find(event)
        let reason = try Reason.checked(because)
        let revisions = found.revisions
        let asked = Field.allCases.filter(field.contains).map { $0.text(ofRevision: found.revision) }
        let texts = asked.filter(revisions.has)
        if let text = asked.first(where: { !revisions.has($0) && !revisions.lacks($0) }) {
            throw Failure(.badData, Self.absent(text, from: event))
        }

        var lines: [BatchReport.Line] = []
        if !texts.isEmpty {
            let redaction = revisions.redacting(texts, because: reason)
            let accepted = try Self.redact(redaction, of: revisions, session)
            lines.append(
                BatchReport.Line(
                    number: 1,
                    entry: redaction,
                    replaced: revisions.lastContent?.erasing(texts),
                    isDuplicate: accepted.isDuplicate,
                    position: try session.log.positions(of: [accepted])[accepted.event]?[accepted.revision],
                    versions: accepted.versions,
                    changes: []
                )
            )
        }
        let earlier = revisions.entries.last { texts.count < asked.count && $0.kind == .redacted }
        try BatchReport(
            lines: lines,
            repeated: earlier.map { [(line: 1, entry: $0)] } ?? [],
            problems: [],
            isRehearsal: false,
            secondsAhead: session.logTime.secondsAhead
        ).show(global)
        if try !lines.isEmpty && !session.log.vacuumEntries() {
            Console.standard.note(
                "note: old versions of the rows lie in the table's files until its owner runs VACUUM annals.entry"
            )
        }
    }

    private static func redact(_ redaction: Entry, of revisions: Revisions, _ session: Session) throws
        -> Accepted
    {
        do {
            return try session.redact(
                PendingEntry(
                    redaction,
                    replacing: revisions.content,
                    lastSaid: revisions.lastContent,
                    appendedBy: Environment.author,
                    origin: "cli"
                )
            )
        } catch let error as PostgresError where error.state == .insufficientPrivilege {
            throw forbidden
        }
    }

    private static let forbidden = Failure(
        .permission,
        "permission",
        "this role may not erase texts; nothing was erased",
        help: "ask a member of annals_owner or annals_redactor"
    )

    private static func absent(_ text: ErasedText, from event: String) -> Problem {
        let name = if case .reason = text { "reason" } else { text.name }
        return Problem(
            "redact",
            "\(event) has no \(name) to erase",
            field: "--field",
            help: "see what it says with: annals log --json"
        )
    }
}
