import Annals
import EventLog
import Postgres

/// A receipt held against the log: whether the log still gives the same answer, and if not, what differs and why.
struct Audit {
    /// What became of the log since the receipt was given.
    enum LogState: String {
        /// Up to the receipt's position it still has the receipt's root.
        case same
        /// It has another root there: it was rewritten, or is a copy of the log that went another way.
        case rewritten
        /// It ends before, or an entry is missing: entries were removed, or it is an older copy of the log.
        case incomplete
    }

    let receipt: Receipt
    let logState: LogState
    /// How many entries it was answered from.
    let entries: Int
    let differences: [Difference]
    /// Entries it rests on that no longer fit what seals them.
    let flawed: [SealedEntry]
    /// The other entries that the differing places rest on.
    let causes: [SealedEntry]
    /// The entries that erased texts of those, whenever they did.
    let redactions: [SealedEntry]

    var isSame: Bool { differences.isEmpty && flawed.isEmpty && logState == .same }

    /// Whether all that differs is that texts were erased since.
    var isSameButErased: Bool {
        !differences.isEmpty && differences.allSatisfy(isErasure) && flawed.isEmpty && logState == .same
    }

    /// Whether the receipt has a text where the log has only the hash of one.
    private func isErasure(_ difference: Difference) -> Bool {
        guard case .string(ErasedText.mark)? = difference.log else { return false }
        return causes.contains { $0.erased != .none && difference.positions.contains($0.position) }
    }

    /// Answers the question of a receipt again.
    ///
    /// - Parameter roots: those of the log now, at the positions receipts rest on.
    init(_ receipt: Receipt, against log: Log, roots: [Position: Hash]) throws {
        self.receipt = receipt
        let question = receipt.question
        let head = question.clocks.head
        logState = roots[head.position].map { $0.bytes == head.root ? .same : .rewritten } ?? .incomplete
        let answer = try LogAnswer(question, from: log)
        entries = answer.reading.positions.count
        flawed = answer.reading.flawed.sorted { $0.position < $1.position }
        differences =
            try Self.differences(in: question, receipt, answer, log)
            + Difference.all(between: receipt.answer, and: answer.lines)
        let wanted = Set(differences.flatMap(\.positions)).subtracting(flawed.map(\.position))
        var causes: [SealedEntry] = []
        try log.sealedEntries(
            .positions(wanted.sorted().prefix(Self.mostCauses).map { $0 }),
            upTo: head.position
        ) { causes.append($0) }
        self.causes = causes
        var redactions: [SealedEntry] = []
        let erased = causes.filter { $0.erased != .none }.map(\.event)
        try log.sealedEntries(.redactions(of: erased), upTo: log.head().position) { redactions.append($0) }
        self.redactions = redactions
    }

    /// Entries looked up to be named.
    private static let mostCauses = 1000
}
