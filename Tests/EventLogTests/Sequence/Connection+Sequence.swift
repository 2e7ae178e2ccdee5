import Postgres
import Testing

/// What one call of `annals.sequence` did.
struct SequencedBatch: Equatable {
    var head: Int64
    var sequenced: Int32
    var busy = false
}

extension Connection {
    /// Calls `annals.sequence` once, for at most so many entries.
    func sequenceOnce(most: Int32 = 10_000) throws -> SequencedBatch {
        let batch = try first("select head, sequenced, busy from annals.sequence(\(most))") {
            row throws(PostgresError) in
            SequencedBatch(
                head: try row["head"],
                sequenced: try row["sequenced"],
                busy: try row["busy"]
            )
        }
        return try #require(batch)
    }
}
