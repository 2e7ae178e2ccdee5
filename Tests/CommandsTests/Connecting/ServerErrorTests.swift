import Annals
import Testing

@testable import Commands
@testable import Postgres

/// What annals makes of what a server says.
struct ServerErrorTests {
    private func failure(_ state: String, severity: String = "ERROR", routine: String? = nil) -> Failure {
        var message = ServerMessage { field in
            switch field {
            case .severity: severity
            case .state: state
            case .message: "what it said"
            default: nil
            }
        }
        message.routine = routine
        return Failure(PostgresError.server(message))
    }

    /// One of every class of PostgreSQL's manual that a session of ours may meet.
    @Test(arguments: [
        ("08006", Failure.Code.unavailable), ("08P01", .configuration), ("0A000", .configuration),
        ("22021", .badData), ("22P02", .badData), ("23505", .badData), ("25006", .permission),
        ("25P03", .conflict), ("25P04", .conflict), ("26000", .configuration), ("28000", .permission),
        ("28P01", .permission), ("34000", .configuration), ("3D000", .unavailable), ("3F000", .configuration),
        ("40001", .conflict), ("40003", .conflict), ("40P01", .conflict), ("42501", .permission),
        ("42703", .configuration), ("42883", .configuration), ("42P01", .configuration),
        ("42725", .configuration),
        ("53000", .conflict), ("53100", .inputOutput), ("53200", .conflict), ("53300", .conflict),
        ("53400", .configuration), ("54000", .badData), ("54001", .badData), ("55000", .conflict),
        ("55006", .conflict), ("55P03", .conflict), ("57014", .conflict), ("57P01", .unavailable),
        ("57P02", .unavailable), ("57P03", .unavailable), ("57P04", .unavailable), ("57P05", .conflict),
        ("58000", .inputOutput), ("58030", .inputOutput), ("58P01", .inputOutput), ("72000", .conflict),
        ("F0000", .inputOutput), ("HV000", .unavailable), ("P0001", .permission), ("XX000", .unavailable),
        ("XX001", .inputOutput), ("XX002", .inputOutput), ("AN003", .permission), ("AN005", .badData),
    ])
    func `has a cause, a cure and a code, and claims nothing about what was written`(
        state: String,
        code: Failure.Code
    )
        throws
    {
        for severity in ["ERROR", "FATAL"] {
            let failure = failure(state, severity: severity)
            #expect(failure.code == code)
            #expect(failure.text.contains("what it said"))
            #expect(!failure.text.contains("written"))
            let help = failure.items.first?.problem.help ?? ""
            #expect(!help.isEmpty || ["28000", "28P01", "AN003", "AN005"].contains(state))
        }
    }

    @Test func `is a bug of ours when it can be nothing else`() {
        for state in ["42601", "25P02", "02000", "07000", "99999", ""] {
            #expect(failure(state).code == .bug)
        }
    }

    @Test func `of row security is told by where it comes from, in any language`() {
        let failure = failure("42501", routine: "check_enable_rls")
        #expect(failure.code == .permission)
        #expect(failure.text.contains("row security would hide rows"))
    }
}
