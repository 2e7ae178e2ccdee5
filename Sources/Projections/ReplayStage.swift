package import Annals

/// What a replay is doing, for people who wait for it.
package enum ReplayStage: Hashable, Sendable {
    /// It goes on from where one before it stopped.
    case continuing(from: Position)
    /// It applies the log, entry by entry.
    case replaying
    /// It compares a table with the live one.
    case comparing(String)
    /// It builds the indexes that only readers need.
    case indexing
    /// It gathers the planner's statistics of a table.
    case analysing(String)
    /// It waits for transactions that began before, which would find too little in new tables.
    case waiting
    /// It works out the root of the Merkle tree, leaf by leaf.
    case hashing
    /// It writes the rows of a table.
    case writing(String)
}
