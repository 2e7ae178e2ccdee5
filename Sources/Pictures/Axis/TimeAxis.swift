package import Annals

/// Where days lie on a line of some width: linear, so that what lasted twice as long is twice as wide.
package struct TimeAxis {
    /// The days from end to end, both included.
    let days: ClosedRange<Day>
    let width: Double

    package init(_ days: ClosedRange<Day>, width: Double) {
        self.days = days
        self.width = width
    }

    /// Where a day begins; at an edge for days beyond it.
    package func x(_ day: Day) -> Double {
        if day <= days.lowerBound { return 0 }
        if day > days.upperBound { return width }
        return Double(Int(day.rawValue) - Int(days.lowerBound.rawValue)) * scale
    }

    /// From the beginning of the first day to the end of the last.
    package func span(_ days: ClosedRange<Day>) -> ClosedRange<Double> {
        x(days.lowerBound)...x(days.upperBound.advanced(by: 1))
    }

    /// How wide a day is.
    var scale: Double {
        width / Double(Int(days.upperBound.rawValue) - Int(days.lowerBound.rawValue) + 1)
    }
}
