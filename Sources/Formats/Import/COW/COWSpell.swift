import Annals

/// From when to when a spell of Correlates of War holds.
struct COWSpell: Sendable {
    /// The begin as an effect's: a date, or `[..1816]` where the data begin with it.
    let begin: String
    /// The end as an effect's: a date, or `..` where the data end with it.
    let end: String
    /// Both, as an event's date.
    let on: String
    /// Whether it begins or ends where the data do.
    let isCensored: Bool

    /// A spell, from the two dates of a row.
    init(from first: String?, to last: String?, isCensored censored: (begin: Bool, end: Bool)) throws(Problem)
    {
        guard let first else { throw .empty("begin") }
        begin = censored.begin ? "[..\(first)]" : first
        end = censored.end ? ".." : last ?? ".."
        on = "\(censored.begin ? ".." : first)/\(end)"
        isCensored = censored.begin || censored.end
        _ = try DateColumns.checked(on, field: "end")
    }

    /// The first year of the data.
    static let firstYear = "1816"

    /// The last year of the data, which their version tells: that of the state system is named after it, those
    /// of contiguity 3.1 and 3.2 go to 2016.
    static func lastYear(ofVersion version: String?) -> String? {
        guard let version = version?.trimmed else { return nil }
        if version.utf8.count == 4, Int(version) != nil { return version }
        return version.hasPrefix("3.") ? "2016" : nil
    }
}

/// The columns of a state in a file of Correlates of War.
struct COWState: Sendable {
    private let code: Int
    private let name: Int?

    /// A state by the place of its code, and of its name or abbreviation if there is one.
    init(code: Int, name: Int?) {
        (self.code, self.name) = (code, name)
    }

    /// The state in a row.
    func actor(in cells: RowCells, field: String) throws(Problem) -> ImportedActor {
        guard let code = cells[code]?.trimmed, let number = UInt16(code) else {
            throw Problem(
                "actor",
                "\"\(Excerpt.printable(cells[self.code] ?? ""))\" is not a state's code",
                field: field,
                help: "it is a number of up to three digits, as 2 for the United States"
            )
        }
        let name = cells[name]?.trimmed ?? ""
        return ImportedActor(
            name: name.isEmpty ? "COW \(number)" : name,
            codes: ["cow:\(number)"],
            kind: .state
        )
    }
}
