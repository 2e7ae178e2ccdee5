import EventLog

/// What stands between the log and its answers, in words.
struct BacklogText {
    let backlog: Backlog
    let waiting: Int

    /// How many entries wait, since when, and who is at it.
    var waitingLine: String {
        guard waiting > 0 else { return "nothing" }
        let entries = waiting == 1 ? "1 entry" : "\(waiting) entries"
        let since = backlog.waitingSince.map { " since \($0)" } ?? ""
        let who = backlog.sequencer.map { "; \(Printable.line($0, most: 100)) is making them known" } ?? ""
        return "\(entries) accepted and not yet known\(since)\(who)"
    }

    /// How many entries are set aside, and what to do; nil for none.
    var asideLine: String? {
        guard let first = backlog.firstSetAside else { return nil }
        let entries = backlog.setAside == 1 ? "\(first)" : "\(backlog.setAside) entries, the first \(first)"
        return
            "\(entries): not applied, says nothing in any answer. annals verify says why; annals retract '\(first)' "
            + "takes it out of the way"
    }
}
