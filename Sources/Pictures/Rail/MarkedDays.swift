import Annals

/// The days an event may have begun on, as far as a picture shows them.
struct MarkedDays: Equatable {
    /// Where they lie; without width for a day that is known.
    let extent: ClosedRange<Double>
    /// Whether it is one day, and a day the picture shows.
    let isDay: Bool
    /// Whether it may have been earlier than the picture goes back.
    let isOpenBefore: Bool
    /// Whether it may have been later than the picture goes.
    let isOpenAfter: Bool

    init(_ begin: ClosedRange<Day>, axis: TimeAxis) {
        isOpenBefore = begin.lowerBound < axis.days.lowerBound
        isOpenAfter = begin.upperBound > axis.days.upperBound
        isDay = begin.lowerBound == begin.upperBound && !isOpenBefore && !isOpenAfter
        if isDay {
            // In its middle, however wide the picture draws a day.
            let middle = axis.x(begin.lowerBound) + axis.scale / 2
            extent = middle...middle
        } else {
            extent = axis.span(begin)
        }
    }
}
