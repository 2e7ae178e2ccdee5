import Annals
import Formats

/// What an import has come to so far.
struct ImportTally {
    var rows = 0
    /// How many there are to be, where that is known.
    var total: Int?
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
    /// How many problems there are besides.
    private(set) var untold = 0

    /// Problems kept to be told; those of all rows are in the file of rejects.
    private static let mostKept = 20

    mutating func reject(_ found: [Failure.Item]) {
        rejected += Set(found.compactMap(\.line)).count
        let others = found.filter { $0.problem.topic != ActorFinder.topic }
        let told = others.prefix(Self.mostKept - problems.count)
        problems += told
        untold += others.count - told.count
    }
}
