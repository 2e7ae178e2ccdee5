/// Where a claim begins or ends: a date, or `..` for open.
public struct Edge: Hashable, Sendable {
    /// As written.
    public let text: String
    private let date: EDTF?

    /// Reads a date that is not an interval, or `..`.
    public init(_ text: String) throws(DateError) {
        self.text = text
        guard text != ".." else {
            date = nil
            return
        }
        let date = try EDTF(text)
        guard !date.isInterval else {
            throw DateError(
                "\(text) is an interval, and this is one end of one",
                help: "give begin and end a date each",
                at: 0..<text.utf8.count
            )
        }
        self.date = date
    }

    /// The days it may mean; `open` stands for `..`.
    func days(open: Day) -> ClosedRange<Day> {
        date?.bounds.begin ?? open...open
    }
}
