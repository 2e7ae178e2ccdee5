import Postgres

/// What a server can say, by its SQLSTATE (PostgreSQL's manual, appendix A): what it means, how to mend it, and the
/// exit code. None of it says whether something was written: that is for whoever wrote.
extension Failure {
    init(_ message: ServerMessage) {
        let found = ServerTrouble.all.first { trouble in trouble.states.contains { message.has($0) } }
        guard let trouble = found else {
            self.init(
                .bug,
                "database",
                message.description,
                help: "please report it, with the command that led here"
            )
            return
        }
        // It may say more than we do.
        let help = [trouble.help, message.hint].compactMap { $0 }.joined(separator: "; ")
        self.init(
            trouble.code,
            trouble.topic,
            [trouble.meaning, message.message].compactMap { $0 }.joined(separator: ": "),
            help: help.isEmpty ? nil : help
        )
    }
}

extension ServerMessage {
    /// Whether its code is one, or begins as one.
    fileprivate func has(_ code: String) -> Bool { state.rawValue.hasPrefix(code) || routine == code }
}

/// One kind of what a server says.
private struct ServerTrouble {
    /// SQLSTATEs, or how they begin; or the function of the server that says it, where the code is too broad.
    let states: [String]
    let code: Failure.Code
    var topic = "database"
    /// What it means, before what the server says; nil when that says it.
    var meaning: String?
    var help: String?

    /// The first that fits counts.
    static let all: [ServerTrouble] = own + access + limits + passing + absence + damage + schema + values

    /// What the functions of the schema say.
    private static let own = [
        ServerTrouble(states: ["AN003"], code: .permission, topic: "permission"),
        ServerTrouble(states: ["AN"], code: .badData, topic: "entry", meaning: "the log refused it"),
    ]

    private static let access = [
        ServerTrouble(
            states: ["check_enable_rls"],
            code: .permission,
            topic: "permission",
            meaning: "row security would hide rows, and an answer without them would be wrong",
            help: "ask whoever runs the database to drop the policy: annals verify names it"
        ),
        ServerTrouble(
            states: ["42501"],
            code: .permission,
            topic: "permission",
            help: "writing needs the role annals_writer, reading annals_reader: ask whoever runs the database"
        ),
        ServerTrouble(
            states: ["28", "0L", "0P"],
            code: .permission,
            topic: "permission",
            meaning: "the server does not let this role in"
        ),
        ServerTrouble(
            states: ["25006"],
            code: .permission,
            topic: "permission",
            meaning: "this server is read-only",
            help:
                "it is a replica, or default_transaction_read_only is set: write to the primary, or as another role"
        ),
        ServerTrouble(
            states: ["P0"],
            code: .permission,
            meaning: "a rule of this database refused it",
            help: "annals verify names triggers and functions that are not annals' own"
        ),
    ]

    /// Limits somebody set for the server, the database, the role or the session.
    private static let limits = [
        ServerTrouble(
            states: ["57014"],
            code: .conflict,
            topic: "time",
            meaning:
                "the server stopped it before its end: it took longer than statement_timeout allows, or an "
                + "administrator cancelled it",
            help: "allow it more time, as with PGOPTIONS=\"-c statement_timeout=0\", or ask for less"
        ),
        ServerTrouble(
            states: ["55P03"],
            code: .conflict,
            topic: "time",
            meaning: "somebody else held a lock for longer than lock_timeout allows",
            help: "try again, or wait longer, as with PGOPTIONS=\"-c lock_timeout=0\""
        ),
        ServerTrouble(
            states: ["25P03", "25P04", "57P05"],
            code: .conflict,
            topic: "time",
            meaning: "the server ended the session by a limit of time",
            help:
                "raise idle_in_transaction_session_timeout, idle_session_timeout or transaction_timeout for this role"
        ),
        ServerTrouble(
            states: ["53400"],
            code: .configuration,
            meaning: "a limit set for this role or server is reached",
            help: "have whoever runs the server raise it"
        ),
        ServerTrouble(
            states: ["54"],
            code: .badData,
            meaning: "it is too large or too deep for the server",
            help: "ask for less at once, or write it in smaller parts"
        ),
    ]

    /// What may be over in a moment.
    private static let passing = [
        ServerTrouble(
            states: ["internal_load_library"],
            code: .unavailable,
            meaning: "the server's programs were replaced while it ran",
            help: "start the server anew; that of a private cluster with: annals init"
        ),
        ServerTrouble(
            states: ["53100"],
            code: .inputOutput,
            meaning: "the server's disk is full",
            help: "make room there, then try again"
        ),
        ServerTrouble(
            states: ["53200"],
            code: .conflict,
            meaning: "the server is out of memory",
            help: "try again when it has less to do, or give it more"
        ),
        ServerTrouble(
            states: ["53"],
            code: .conflict,
            topic: "conflict",
            meaning: "the server is at its limit",
            help: "try again, or wait for it with --wait"
        ),
        ServerTrouble(
            states: ["40003"],
            code: .conflict,
            meaning: "the server does not know whether it was done",
            help: "look before doing it again: annals log"
        ),
        ServerTrouble(
            states: ["40", "55006", "55000"],
            code: .conflict,
            topic: "conflict",
            meaning: "somebody else was at the same",
            help: "try again"
        ),
    ]

    /// The server, or the way to it, is gone.
    private static let absence = [
        ServerTrouble(
            states: ["08P01", "26", "34"],
            code: .configuration,
            meaning: "the connection does not behave as one to PostgreSQL does",
            help: "a pooler or proxy may stand in between: connect to the server itself"
        ),
        ServerTrouble(
            states: ["57P04", "3D"],
            code: .unavailable,
            meaning: "the database is gone",
            help: "check its name; annals status says where it is looked for"
        ),
        ServerTrouble(
            states: ["57P", "08"],
            code: .unavailable,
            meaning: "the server went away",
            help: "see annals status, then try again"
        ),
        ServerTrouble(
            states: ["72"],
            code: .conflict,
            meaning: "what was being read is no longer kept (old_snapshot_threshold)",
            help: "try again"
        ),
    ]

    private static let damage = [
        ServerTrouble(
            states: ["XX001", "XX002"],
            code: .inputOutput,
            meaning: "the server's files are damaged",
            help: "stop writing, and restore from a backup: docs/backup.md"
        ),
        ServerTrouble(
            states: ["58", "F0"],
            code: .inputOutput,
            meaning: "the server's system failed it",
            help: "see the server's log"
        ),
        ServerTrouble(
            states: ["XX000", "HV"],
            code: .unavailable,
            meaning: "the server, or an extension in it, met an error of its own",
            help: "see the server's log; annals verify says whether the log is sound"
        ),
    ]

    /// Something is not as annals made it.
    private static let schema = [
        ServerTrouble(
            states: ["42883", "42P01", "42703", "42704", "42725", "42P13", "42804", "42809", "3F"],
            code: .configuration,
            topic: "schema",
            meaning: "the schema of this database is not as annals made it",
            help:
                "annals verify says what is different; annals init, as its owner, puts back functions and views"
        ),
        ServerTrouble(
            states: ["0A"],
            code: .configuration,
            meaning: "this server does not do what annals needs",
            help:
                "see the server's version and extensions; a session that is older than a change ends with it: try again"
        ),
    ]

    private static let values = [
        ServerTrouble(
            states: ["22", "23"],
            code: .badData,
            topic: "log",
            meaning: "the database holds, or was given, what it cannot take",
            help: "annals verify says whether the log is sound; if it is, please report it, with the command"
        )
    ]
}
