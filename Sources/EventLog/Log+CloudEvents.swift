package import Annals
import Postgres

extension Log {
    /// Hands out every entry up to a position as a CloudEvent in JSON, a line each, in the order of the log.
    ///
    /// They come as bytes, which must not leave the closure: a line at a time, and a long one in pieces. Some entries
    /// at a time are asked for, so that neither side ever holds all of them.
    package func writeCloudEvents(
        upTo last: Position,
        _ write: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var first: Int64 = 0
        while first < last.rawValue {
            let end = min(first + Self.eventsAtOnce, last.rawValue)
            try connection.forEach(
                """
                select substr(event, start, \(Self.pieceLength))
                       || case when start + \(Self.pieceLength) > length(event) then chr(10) else '' end
                  from annals.cloud_events(\(first), \(end)),
                       lateral generate_series(1, length(event), \(Self.pieceLength)) as start
                """
            ) { row in _ = try row.withBytes(at: 0, write) }
            first = end
        }
    }

    /// Entries asked for at once, and characters of a line sent at once.
    private static let eventsAtOnce: Int64 = 1000, pieceLength: Int32 = 1 << 22

    /// The CloudEvent that ends the log written as such: a checkpoint, signed or not.
    package func endOfCloudEvents(_ note: SignedNote) throws -> String {
        try connection.first("select annals.cloud_events_end(\(note.description)) as event") {
            row throws(PostgresError) in try row["event"]
        } ?? ""
    }
}
