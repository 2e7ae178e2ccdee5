package import Annals
import Postgres

extension Log {
    /// Hands out every entry up to a position as a CloudEvent in JSON, in the order of the log: each as the bytes of a
    /// line, without its end.
    ///
    /// The bytes must not leave the closure. Some entries at a time are asked for, so that neither side ever holds all
    /// of them.
    package func forEachCloudEvent(
        upTo last: Position,
        _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var first: Int64 = 0
        while first < last.rawValue {
            let end = min(first + Self.eventsAtOnce, last.rawValue)
            try connection.forEach("select event from annals.cloud_events(\(first), \(end))") { row in
                _ = try row.withBytes(at: 0, body)
            }
            first = end
        }
    }

    private static let eventsAtOnce: Int64 = 1000

    /// The CloudEvent that ends the log written as such: a checkpoint, signed or not.
    package func endOfCloudEvents(_ note: SignedNote) throws -> String {
        try connection.first("select annals.cloud_events_end(\(note.description)) as event") {
            row throws(PostgresError) in try row["event"]
        } ?? ""
    }
}
