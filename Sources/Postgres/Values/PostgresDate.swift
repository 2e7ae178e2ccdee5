/// A day as the server counts it: days since 2000-01-01, in the proleptic Gregorian calendar.
package struct PostgresDate: RawRepresentable, Hashable, Sendable, PostgresValue {
    /// Days since 2000-01-01.
    package let rawValue: Int32

    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// Later than every day.
    package static let infinity = PostgresDate(rawValue: .max)
    /// Earlier than every day.
    package static let minusInfinity = PostgresDate(rawValue: .min)

    package static var postgresType: PostgresType { .date }
}
