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
        let written = occurred.isInterval ? occurred.text.split(separator: "/", omittingEmptySubsequences: false) : []
        begin = claim.begin?.text ?? written.first.map(String.init) ?? occurred.text
        end = claim.end?.text ?? written.last.map(String.init)
        lapses = end == nil && lapsesAfter != nil

        let from = claim.begin?.days(open: .distantPast) ?? occurred.bounds.begin
        let through: ClosedRange<Day> =
            if let end = claim.end {
                end.days(open: .distantFuture)
            } else if occurred.isInterval {
                occurred.bounds.last
            } else if let lapsesAfter {
                from.lowerBound.advanced(by: lapsesAfter - 1)...from.upperBound.advanced(by: lapsesAfter - 1)
            } else {
                .distantFuture ... .distantFuture
            }
        guard let bounds = DateBounds(beginning: from, through: through) else {
            let last = claim.end?.text ?? occurred.text
            throw DateError(
                "it ends (\(last)) before it begins (\(begin))",
                help: "give an end on or after the begin, or .. for none",
                at: 0..<last.utf8.count
            )
        }
        self.bounds = bounds
    }
}
