import Annals
import EventLog

extension Export {
    /// Writes the log as it is, every entry a CloudEvent: what annals import makes the same log of.
    func writeLog(to output: OutputFile) throws -> Bool {
        try log.forEachCloudEvent(upTo: clocks.known) { try output.write($0.revealingHiddenInJSON + "\n") }
        return clocks.known.rawValue == 0
    }
}
