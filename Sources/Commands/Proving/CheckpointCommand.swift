import Annals
import ArgumentParser
import EventLog
import Postgres

/// `annals checkpoint`.
struct CheckpointCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "What the log is now, as a text to keep elsewhere.",
        discussion: """
            Publish it, or keep it where nobody who can write to the database can reach it: annals verify \
            --checkpoint then shows every change to what it covers, whoever made it, and where.

            With --key it is signed with an Ed25519 key, made with: openssl genpkey -algorithm ed25519 -out FILE. \
            The public key is told on stderr, for annals verify --key.
            """
    )

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write it to a new file, not to the terminal.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Option(help: ArgumentHelp("Sign it with this private key.", valueName: "file"), completion: .file())
    var key: String?

    @OptionGroup var global: GlobalOptions

    func execute() throws {
        let key = try key.map(SigningKey.init(file:))
        let file = try output.map(OutputFile.init)
        let session = try Session.open(global, for: "checkpoint")
        let checkpoint = try session.log.checkpoint()
        var note = SignedNote(text: checkpoint.text)
        try key.map { try note.sign(with: $0, as: checkpoint.origin) }
        if let file {
            try file.write(note.description)
            try file.finish()
        }
        if global.json {
            let json: JSONValue = [
                "origin": .string(checkpoint.origin),
                "position": .number(Int(checkpoint.position.rawValue)),
                "recorded_at": .string(checkpoint.recordedAt.description),
                "root": .string(checkpoint.root.hexadecimal),
                "key": .optional(key?.verifier(named: checkpoint.origin).description),
                "checkpoint": .string(note.description),
            ]
            try Console.standard.print(json.line)
        } else if output == nil {
            try Console.standard.write(Array(note.description.utf8))
        }
        if let output { Console.standard.note("\(checkpoint.position) is kept in \(Printable.line(output))") }
        if let key {
            Console.standard.note("signed; verify with --key \(key.verifier(named: checkpoint.origin))")
        }
    }
}
