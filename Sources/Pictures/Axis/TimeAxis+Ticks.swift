import Annals

extension TimeAxis {
    /// A line across the picture where a day, month or year begins, and what is written beside it.
    package struct Tick: Hashable, Sendable {
        /// Where it is.
        let x: Double
        /// `2020`, `2020-03` or `2020-03-01`; nil where there is no room.
        var label: String?
        /// Whether the label ends at the line rather than begins there.
        var isBefore = false

        /// Where the label lies.
        var extent: ClosedRange<Double>? {
            guard let label else { return nil }
            let width = TimeAxis.style.width(label)
            return isBefore
                ? x - TimeAxis.gap - width...x - TimeAxis.gap : x + TimeAxis.gap...x + TimeAxis.gap + width
        }
    }

    static let style = TextStyle.small
    /// Between a line and its label.
    static let gap = 4.0

    /// The finest division of the calendar whose labels have room, at least two labels of it.
    ///
    /// A label begins at its line, as the year or the month does.
    package var ticks: [Tick] {
        for division in Division.all where division.days * scale > Self.style.width(division.sample) {
            let ticks = labelled(division.starts(within: days))
            if let ticks { return ticks }
        }
        return edges
    }

    /// Ticks with their labels, the last without if it has no room; nil if there is too little, or too few.
    private func labelled(_ starts: [(day: Day, label: String)]) -> [Tick]? {
        var ticks = starts.map { Tick(x: x($0.day), label: $0.label) }
        if let last = ticks.last?.extent, last.upperBound > width { ticks[ticks.count - 1].label = nil }
        let extents = ticks.compactMap(\.extent)
        let areApart = zip(extents, extents.dropFirst()).allSatisfy { $0.upperBound + 8 <= $1.lowerBound }
        return extents.count >= 2 && areApart && extents.last.map { $0.upperBound <= width } ?? false
            ? ticks : nil
    }

    /// The first and the last day, where the calendar divides too few days to say when they are.
    private var edges: [Tick] {
        let last = days.lowerBound == days.upperBound ? "end of day" : days.upperBound.description
        return [
            Tick(x: 0, label: days.lowerBound.description), Tick(x: width, label: last, isBefore: true),
        ]
    }
}
