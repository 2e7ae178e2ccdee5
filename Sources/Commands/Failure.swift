import Annals

/// Why a command did not do what was asked: what, where, how to mend it, and the exit code that says so.
struct Failure: Error {
    /// The codes of sysexits.h that annals uses, and what they mean here.
    enum Code: Int32, CaseIterable {
        case no = 1
        case usage = 64
        case badData = 65
        case noInput = 66
        case unavailable = 69
        case bug = 70
        case cannotCreate = 73
        case inputOutput = 74
        case conflict = 75
        case permission = 77
        case configuration = 78
        case interrupted = 130
    }

    /// One thing wrong.
    struct Item {
        /// The line of a batch, counted from 1; nil outside one.
        var line: Int?
        var problem: Problem
    }

    let code: Code
    let items: [Item]
    /// What it means for everything else, said once (`nothing was written`).
    var outcome: String?

    init(_ code: Code, _ problem: Problem, outcome: String? = nil) {
        self.init(code, [Item(line: nil, problem: problem)], outcome: outcome)
    }

    init(_ code: Code, _ topic: String, _ message: String, help: String? = nil, outcome: String? = nil) {
        self.init(code, Problem(topic, message, help: help), outcome: outcome)
    }

    /// Stopped by Ctrl-C, and what that means for what was being written.
    static func interrupted(_ outcome: String = "Nothing was written.") -> Failure {
        Failure(.interrupted, "interrupted", "stopped by you", outcome: outcome)
    }

    init(_ code: Code, _ items: [Item], outcome: String? = nil) {
        self.code = code
        self.items = items
        self.outcome = outcome
    }
}
