import ArgumentParser

/// A subcommand whose errors are told the annals way.
protocol AnnalsSubcommand: ParsableCommand {
    /// What every command takes.
    var global: GlobalOptions { get }

    /// Does what the command is for.
    func execute() throws
}

extension AnnalsSubcommand {
    func run() throws {
        do {
            try execute()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            let failure = Failure(error)
            if !failure.items.isEmpty || failure.outcome != nil {
                Console.standard.note(global.json ? failure.json.line : failure.text)
            }
            throw ExitCode(failure.code.rawValue)
        }
    }
}
