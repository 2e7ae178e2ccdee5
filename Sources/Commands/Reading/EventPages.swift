import Annals
import EventLog
import Projections

/// The events of a history page by page, as many as were asked for, never more than a page in memory.
struct EventPages {
    private let question: Question
    private let history: History

    /// Events read at once.
    private static let page = 500

    init(_ question: Question, in log: Log) {
        self.question = question
        history = History(log)
    }

    /// Hands out every page that has anything.
    ///
    /// - Returns: whether none had.
    @discardableResult
    func forEach(_ body: ([LoggedEntry]) throws -> Void) throws -> Bool {
        let stream = try question.actors.stream()
        let (known, days) = (question.clocks.known, question.window.days)
        if let limit = question.window.limit {
            let page = try history.lastPage(of: stream, known: known, begun: days, limit: limit)
            if !page.isEmpty { try body(page) }
            return page.isEmpty
        }
        var place: HistoryPlace?
        var isEmpty = true
        while true {
            let page = try history.page(of: stream, known: known, begun: days, after: place, limit: Self.page)
            if !page.isEmpty { try body(page) }
            isEmpty = isEmpty && page.isEmpty
            guard page.count == Self.page, let last = page.last else { return isEmpty }
            place = HistoryPlace(last)
        }
    }
}
