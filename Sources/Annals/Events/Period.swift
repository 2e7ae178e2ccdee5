/// When a claim holds, with what it leaves open filled in from its event's date.
struct Period {
    let bounds: DateBounds
    /// The begin as written.
    let begin: String
    /// The end as written; nil when nobody claimed one.
    let end: String?
    /// Whether it stops by itself.
    let lapses: Bool

    /// - Parameter lapsesAfter: after how many days it stops when nobody claimed an end; nil for never.
    /// - Throws: when the claim ends before it begins.
    init(of claim: ClaimedEffect, on occurred: EDTF, lapsesAfter: Int?) throws(DateError) {
        let written =
            occurred.isInterval ? occurred.text.split(separator: "/", omittingEmptySubsequences: false) : []
        begin = claim.begin?.description ?? written.first.map(String.init) ?? occurred.text
        end = claim.end?.description ?? written.last.map(String.init)

        let from = claim.begin ?? .date(occurred)
        let through = claim.end ?? (occurred.isInterval ? .date(occurred) : nil)
        if let through {
            bounds = try DateBounds(begin: from, end: through)
            lapses = false
        } else {
            let holding = try DateBounds(begin: from, end: .open)
            // What always held is no incident: it has no day to count from.
            let days = holding.beginLatest == .distantPast ? nil : lapsesAfter
            bounds = days.map { holding.lapsing(after: $0) } ?? holding
            lapses = days != nil
        }
    }
}

extension DateBounds {
    /// What begins the same and stops so many days later.
    fileprivate func lapsing(after days: Int) -> DateBounds {
        let last = beginEarliest.advanced(by: days - 1)...beginLatest.advanced(by: days - 1)
        return DateBounds(beginning: begin, through: last) ?? self
    }
}
