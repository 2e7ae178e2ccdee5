import Annals
import Formats

/// What an import has come to so far.
struct ImportTally {
    var rows = 0
    var recorded = 0
    var alreadyThere = 0
    var corrected = 0
    var retracted = 0
    /// Events to be withdrawn that are not there.
    var absent = 0
    /// Rows that are no events.
    var empty = 0
    var actors = 0
    /// Rows that were not taken.
    private(set) var rejected = 0
    /// What is wrong with the first of them, but for names that find nobody, which are listed by themselves.
    private(set) var problems: [Failure.Item] = []

    /// Problems kept to be told; those of all rows are in the file of rejects.
    private static let mostKept = 1000

    mutating func reject(_ found: [Failure.Item]) {
        rejected += Set(found.compactMap(\.line)).count
        let others = found.lazy.filter { $0.problem.topic != ActorFinder.topic }
        problems += others.prefix(max(0, Self.mostKept - problems.count))
    }
}
