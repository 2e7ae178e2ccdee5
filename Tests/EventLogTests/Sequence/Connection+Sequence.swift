import Postgres
import Testing

/// What one call of `annals.sequence` did.
struct SequencedBatch: Equatable {
    /// Where the log ends.
    var head: Int64
    var sequenced: Int32
    /// Whether it left some.
    var more = false
    /// Whether somebody else was at it.
    var busy = false
}

extension Connection {
    /// Calls `annals.sequence` once, for at most so many entries.
    func sequenceOnce(most: Int32 = 10_000) throws -> SequencedBatch {
        let batch = try first("select head, sequenced, more, busy from annals.sequence(\(most))") {
            row throws(PostgresError) in
            SequencedBatch(
                head: try row["head"],
                sequenced: try row["sequenced"],
                more: try row["more"],
                busy: try row["busy"]
            )
        }
        return try #require(batch)
    }
}
