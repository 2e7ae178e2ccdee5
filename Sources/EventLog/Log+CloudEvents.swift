package import Annals
import Postgres

extension Log {
    /// Hands out every entry up to a position as a CloudEvent in JSON, one a line, in the order of the log.
    package func forEachCloudEvent(upTo last: Position, _ body: (String) throws -> Void) throws {
        try connection.forEach("select event from annals.cloud_events(0, \(last))") { row in
            try body(try row["event"])
        }
    }
}
