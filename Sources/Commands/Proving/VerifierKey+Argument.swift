import ArgumentParser
import EventLog

extension VerifierKey {
    /// Reads what was written after `--key`.
    init(argument: String) throws {
        guard let key = VerifierKey(argument) else {
            throw ValidationError("\"\(argument)\" is not a key as annals checkpoint tells it: NAME+ID+KEY.")
        }
        self = key
    }
}
