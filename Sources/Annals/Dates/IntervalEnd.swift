/// One end of an interval given on its own, as an effect's `begin` and `end` are: a date, or `..` for none.
public enum IntervalEnd: Hashable, Sendable {
    /// `..`: it never began, or it holds on.
    case open
    /// It lies within this date.
    case date(EDTF)

    /// Reads a date or `..`.
    ///
    /// - Throws: ``DateError`` for what is neither.
    public init(_ text: String) throws(DateError) {
        self = text == ".." ? .open : .date(try EDTF(text))
    }
}

extension IntervalEnd: CustomStringConvertible {
    /// The end as written.
    public var description: String {
        switch self {
        case .open: ".."
        case .date(let date): date.text
        }
    }
}

extension DateBounds {
    /// The bounds of what begins within one date and ends within another, each given on its own.
    ///
    /// Its last day lies within `end`: from `2001` through `2021` it ends on one of 2021-01-02 to 2022-01-01, the
    /// same as `2001/2021`. Of a date that is itself an interval, its begin is the begin and its end the end.
    ///
    /// - Throws: ``DateError``, its range in the text of `end`, if it certainly ends before it begins.
    public init(begin: IntervalEnd, end: IntervalEnd) throws(DateError) {
        let beginDays =
            switch begin {
            case .open: Day.distantPast ... .distantPast
            case .date(let date): date.bounds.begin
            }
        let lastDays =
            switch end {
            case .open: Day.distantFuture ... .distantFuture
            case .date(let date): date.bounds.last
            }
        guard let bounds = DateBounds(beginning: beginDays, through: lastDays) else {
            let text = end.description.utf8
            throw DateError(
                "\(DateError.excerpt(of: text)) is before \(DateError.excerpt(of: begin.description.utf8))",
                help: "an end is not before its begin; for one that nobody has seen write ..",
                at: 0..<text.count
            )
        }
        self = bounds
    }
}
