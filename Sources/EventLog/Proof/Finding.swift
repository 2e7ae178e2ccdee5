package import Annals

/// Something wrong with the log.
package struct Finding: Hashable, Sendable {
    /// Where in the log; nil for what has no position: the head, a stream, an entry that waits for one.
    package let position: Position?
    /// The event it is about, if it is about one.
    package let event: EventID?
    /// What is wrong, as a sentence about the log at that position.
    package let problem: String

    package init(position: Position?, event: EventID? = nil, problem: String) {
        self.position = position
        self.event = event
        self.problem = problem
    }
}
