/// A season as EDTF numbers it.
///
/// EDTF leaves to convention which days a season has. Ours are the strict bounds of python-edtf 5.0.2: the
/// meteorological seasons of the northern hemisphere, of three months each, except that winter is December
/// alone, so that it stays in the year written. Where the source says otherwise, write the months:
/// `[2020-12..2021-02]`.
enum Season: Int {
    case spring = 21
    case summer = 22
    case autumn = 23
    case winter = 24

    /// The days of the season in a year.
    func days(of year: Int) -> ClosedRange<Day> {
        switch self {
        case .spring: Day.days(from: (year, 3), through: (year, 5))
        case .summer: Day.days(from: (year, 6), through: (year, 8))
        case .autumn: Day.days(from: (year, 9), through: (year, 11))
        case .winter: Day.days(from: (year, 12), through: (year, 12))
        }
    }
}
