import Annals
import ArgumentParser
import EventLog
import Formats
import Projections

/// `annals actor`.
struct ActorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actor",
        abstract: "Register actors, name them, list them.",
        subcommands: [Add.self, Alias.self, Rename.self, List.self, Show.self]
    )

    /// `annals actor add`.
    struct Add: AnnalsSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Register an actor.",
            discussion:
                "annals actor add is-k \"Islamic State – Khorasan Province\" --kind armed-group --alias ISKP"
        )

        @Argument(help: "Its slug: lower-case letters, digits and hyphens.")
        var slug: String

        @Argument(help: "Its name.")
        var name: String

        @Option(
            help: "state, government, armed-group, organisation, faction, population or collective.",
            completion: .values(of: ActorKind.self)
        )
        var kind: String?

        @Option(help: "Another name that finds it; may be repeated.")
        var alias: [String] = []

        @Option(help: "A code that finds it, as in iso3:USA; may be repeated.")
        var code: [String] = []

        @OptionGroup(title: "Writing") var writing: WritingOptions
        @OptionGroup var global: GlobalOptions

        func execute() throws {
            let session = try Session.open(global, for: "actor")
            if let actor = ActorID(slug),
                let known = try session.profile(actor, known: session.log.head().position)
            {
                throw Failure(registered: actor, as: known.name)
            }
            var draft = ActorDraft()
            draft.actor = slug
            draft.name = name
            draft.kind = kind
            draft.aliases = alias
            draft.codes = code
            try ActorCommand.append(draft, session, writing, global, isNew: true)
        }
    }

    /// `annals actor alias`.
    struct Alias: AnnalsSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "alias",
            abstract: "Give an actor other names or codes that find it."
        )

        @Argument(help: "The actor.", completion: .actors)
        var actor: String

        @Argument(help: "Other names.")
        var names: [String] = []

        @Option(help: "A code, as in iso3:USA; may be repeated.")
        var code: [String] = []

        @OptionGroup(title: "Writing") var writing: WritingOptions
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            guard !names.isEmpty || !code.isEmpty else { throw ValidationError("Give a name or a --code.") }
        }

        func execute() throws {
            let session = try Session.open(global, for: "actor")
            var draft = ActorDraft()
            draft.actor = try session.actor(actor).slug
            draft.aliases = names
            draft.codes = code
            try ActorCommand.append(draft, session, writing, global)
        }
    }

    /// `annals actor rename`.
    struct Rename: AnnalsSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "rename",
            abstract: "Change an actor's name; the old one still finds it."
        )

        @Argument(help: "The actor.", completion: .actors)
        var actor: String

        @Argument(help: "Its new name.")
        var name: String

        @OptionGroup(title: "Writing") var writing: WritingOptions
        @OptionGroup var global: GlobalOptions

        func execute() throws {
            let session = try Session.open(global, for: "actor")
            var draft = ActorDraft()
            draft.actor = try session.actor(actor).slug
            draft.name = name
            try ActorCommand.append(draft, session, writing, global)
        }
    }

    private static func append(
        _ draft: ActorDraft,
        _ session: Session,
        _ writing: WritingOptions,
        _ global: GlobalOptions,
        isNew: Bool = false
    ) throws {
        var batch = try writing.batch(session, origin: "cli")
        batch.isOneCommand = true
        batch.registersAlone = isNew
        try batch.append([(number: 1, line: .actor(draft))]).show(global)
    }

    /// `annals actor list`.
    struct List: AnnalsSubcommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "All actors known.")

        @OptionGroup var clocks: ClockOptions
        @OptionGroup var receipt: ReceiptOption
        @OptionGroup var global: GlobalOptions

        func execute() throws {
            let receipt = try receipt.open()
            let session = try Session.open(global, for: "actor")
            let question = try session.question(.actorList, about: [], clocks)
            let known = question.clocks.known
            let profiles = try ActorDirectory(session.log).profiles(known: known)
            try receipt?.write(question, answer: profiles.map(\.json), from: session.log)
            if global.json {
                for profile in profiles { try Console.standard.print(profile.json.line) }
            } else {
                var table = Table()
                table.add(["SLUG", "KIND", "NAME", "ALSO"])
                for profile in profiles { table.add(profile.cells) }
                try Console.standard.print(
                    (table.lines + ["", "\(profiles.count) actors known at \(question.clocks.spokenKnown)."])
                        .joined(separator: "\n")
                )
            }
            if profiles.isEmpty { throw Failure(.no, []) }
        }
    }

    /// `annals actor show`.
    struct Show: AnnalsSubcommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "One actor, with everything that finds it."
        )

        @Argument(help: "The actor.", completion: .actors)
        var actor: String

        @OptionGroup var clocks: ClockOptions
        @OptionGroup var receipt: ReceiptOption
        @OptionGroup var global: GlobalOptions

        func execute() throws {
            let receipt = try receipt.open()
            let session = try Session.open(global, for: "actor")
            let question = try session.question(.actorShow, about: [actor], clocks)
            let actor = question.actors[0].actor
            let known = question.clocks.known
            let profile = try session.profile(actor, known: known)
            try receipt?.write(question, answer: profile.map { [$0.json] } ?? [], from: session.log)
            guard let profile else {
                if !global.json {
                    try Console.standard.print("\(actor) was not known at \(question.clocks.spokenKnown).")
                }
                throw Failure(.no, [])
            }
            if global.json { return try Console.standard.print(profile.json.line) }
            var table = Table()
            table.add(["name", profile.name.map { Printable.line($0) } ?? "—"])
            table.add(["slug", profile.slug])
            table.add(["kind", profile.kind ?? "—"])
            for alias in profile.aliases { table.add(["also", Printable.line(alias)]) }
            for code in profile.codes { table.add(["code", Printable.line(code)]) }
            table.add(["known at", question.clocks.spokenKnown])
            try Console.standard.print(table.lines.joined(separator: "\n"))
        }
    }
}

extension Session {
    fileprivate func profile(_ actor: ActorID, known: Position) throws -> ActorProfile? {
        try ActorDirectory(log).profiles(of: [actor], known: known).first
    }
}

extension ActorProfile {
    fileprivate var cells: [String] {
        [
            slug, kind ?? "—", name.map { Printable.line($0, most: 60) } ?? "—",
            Printable.line((aliases + codes).joined(separator: ", "), most: 80),
        ]
    }

    /// The JSON of one actor, the same wherever it is given.
    var json: JSONValue {
        [
            "actor": .string(slug),
            "name": .optional(name),
            "kind": .optional(kind),
            "aliases": .array(aliases.map { .string($0) }),
            "codes": .array(codes.map { .string($0) }),
        ]
    }
}

extension Failure {
    /// Somebody is to be registered who is.
    init(registered actor: ActorID, as name: String?) {
        self.init(
            .badData,
            "actor",
            "\(actor) is registered already\(name.map { ", as “\(Printable.line($0, most: 60))”" } ?? "")",
            help: "add a name with annals actor alias, or change its name with annals actor rename"
        )
    }
}
