import ArgumentParser
import Postgres

/// A subcommand whose errors are told the annals way.
protocol AnnalsSubcommand: ParsableCommand {
    /// What every command takes.
    var global: GlobalOptions { get }

    /// Does what the command is for.
    func execute() throws
}

extension AnnalsSubcommand {
    func run() throws {
        let stopped = Failure.interrupted()
        Interrupt.endPromptly(
            saying: (global.json ? stopped.json.line : stopped.text) + "\n",
            status: stopped.code.rawValue
        )
        try tellingFailures(asJSON: global.json) {
            try Console.standard.page(with: pager, execute)
        }
    }

    /// What shows its output a screen at a time; nil for nothing.
    private var pager: String? {
        guard self is any Paged, !global.json, !global.noPager else { return nil }
        return Pager.command(for: .standard)
    }
}

extension ParsableCommand {
    /// Does something, tells why it failed when it does, and exits with the code that says so.
    func tellingFailures<Value>(asJSON: Bool = false, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            Interrupt.takeTime()
            let failure = Failure(error)
            if !failure.items.isEmpty || failure.outcome != nil {
                Console.standard.note(asJSON ? failure.json.line : failure.text)
            }
            throw ExitCode(failure.code.rawValue)
        }
    }
}
