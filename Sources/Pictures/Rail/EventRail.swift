import Annals

/// Where the events of a history are marked below its lanes: in as few rows as keep their marks apart.
///
/// An event whose day is known is marked on it. One whose day is not is marked in the middle of the days it may
/// have begun on, and those are drawn as a dashed line. Events dated alike share a line; where there are too many
/// to letter each, one mark stands for several: `f–q`.
struct EventRail {
    /// A mark, for one event or for some that follow each other.
    struct Place: Hashable {
        /// Which events, by their index.
        var events: Range<Int>
        /// Whether it is marked on its day.
        var isDay: Bool
        var row: Int
        /// Where the mark lies in the row.
        var extent: ClosedRange<Double>
    }

    /// The days that some events may have begun on, drawn through their marks.
    struct Line: Hashable {
        var row: Int
        var extent: ClosedRange<Double>
        /// Whether it may have been earlier than the picture goes back.
        var isOpenBefore: Bool
        /// Whether it may have been later than the picture goes.
        var isOpenAfter: Bool
        /// Whether the marks cover it, so that it has to be drawn below them.
        var isCovered: Bool
    }

    private(set) var places: [Place] = []
    private(set) var lines: [Line] = []
    /// How many rows there are.
    private(set) var rows = 0

    static let style = TextStyle(size: 11, isStrong: true)
    static let markHeight = 18.0
    private static let between = 3.0
    /// What a line needs for its arrow to be seen beside the mark.
    static let arrow = 9.0
    /// How many rows it may take before events dated alike are marked together.
    private static let manyRows = 10

    /// With each event lettered alone if that leaves few rows, else with fewer and fewer.
    init(_ events: [CoursePicture.Mark], axis: TimeAxis) {
        self.init(events, axis: axis, alike: .max)
        for alike in [6, 3, 1] where rows > Self.manyRows {
            self.init(events, axis: axis, alike: alike)
        }
    }

    /// With events dated alike in so many rows at most, or together.
    private init(_ events: [CoursePicture.Mark], axis: TimeAxis, alike: Int) {
        var taken: [[ClosedRange<Double>]] = []
        let groups = Self.groups(events, axis: axis)
        // Those of a known day first, next to the lanes.
        for group in groups.filter(\.dated.isDay) + groups.filter({ !$0.dated.isDay }) {
            place(group, of: events, axis: axis, mostRows: alike, &taken)
        }
        rows = taken.count
    }

    /// Events that follow each other and are dated alike.
    private struct Group {
        var events: Range<Int>
        let dated: MarkedDays
    }

    private static func groups(_ events: [CoursePicture.Mark], axis: TimeAxis) -> [Group] {
        var groups: [Group] = []
        for (index, event) in events.enumerated() {
            let dated = MarkedDays(event.begin, axis: axis)
            if let last = groups.last, last.dated == dated {
                groups[groups.count - 1].events = last.events.lowerBound..<index + 1
            } else {
                groups.append(Group(events: index..<index + 1, dated: dated))
            }
        }
        return groups
    }

    private mutating func place(
        _ group: Group,
        of events: [CoursePicture.Mark],
        axis: TimeAxis,
        mostRows: Int,
        _ taken: inout [[ClosedRange<Double>]]
    ) {
        let extent = group.dated.extent
        var rows = Self.rows(group.events.map { $0..<$0 + 1 }, of: events, room: extent.length)
        if rows.count > mostRows {
            rows = Self.rows(Self.together(group.events, of: events), of: events, room: extent.length)
        }
        for marks in rows {
            let widths = marks.map { Self.width(Self.label($0, of: events)) }
            let wide = widths.reduce(0, +) + Double(marks.count - 1) * Self.between
            let least = group.dated.isOpenBefore ? Self.arrow : 0
            let most = axis.width - wide - (group.dated.isOpenAfter ? Self.arrow : 0)
            var x = max(min(extent.lowerBound + (extent.length - wide) / 2, most), least)
            let row = Self.freeRow(
                for: min(extent.lowerBound, x)...max(extent.upperBound, x + wide),
                &taken
            )
            for (mark, wide) in zip(marks, widths) {
                places.append(Place(events: mark, isDay: group.dated.isDay, row: row, extent: x...x + wide))
                x += wide + Self.between
            }
            if !group.dated.isDay {
                lines.append(
                    Line(
                        row: row,
                        extent: extent,
                        isOpenBefore: group.dated.isOpenBefore,
                        isOpenAfter: group.dated.isOpenAfter,
                        isCovered: extent.length > 0 && extent.length < wide + 8
                    )
                )
            }
        }
    }

    /// Marks in rows, as many in each as there is room for, but at least one.
    private static func rows(_ marks: [Range<Int>], of events: [CoursePicture.Mark], room: Double)
        -> [[Range<Int>]]
    {
        var rows: [[Range<Int>]] = []
        var taken = Double.infinity
        for mark in marks {
            let wide = width(label(mark, of: events))
            if taken + between + wide > room {
                rows.append([])
                taken = -between
            }
            rows[rows.count - 1].append(mark)
            taken += between + wide
        }
        return rows
    }

    /// Events that follow each other and stand alike, together: what was withdrawn is never hidden among others.
    private static func together(_ alike: Range<Int>, of events: [CoursePicture.Mark]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in alike {
            if let last = runs.last, events[last.lowerBound].standing == events[index].standing {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    private static func freeRow(for extent: ClosedRange<Double>, _ taken: inout [[ClosedRange<Double>]])
        -> Int
    {
        let wanted = extent.lowerBound - between...extent.upperBound + between
        let row = taken.firstIndex { row in !row.contains { $0.overlaps(wanted) } } ?? taken.count
        if row == taken.count { taken.append([]) }
        taken[row].append(extent)
        return row
    }

    /// The letters of a mark: `f`, or `f–q`.
    static func label(_ mark: Range<Int>, of events: [CoursePicture.Mark]) -> String {
        let first = events[mark.lowerBound].letter
        return mark.count == 1 ? first : "\(first)–\(events[mark.upperBound - 1].letter)"
    }

    private static func width(_ label: String) -> Double {
        max(markHeight, style.width(label) + 9)
    }
}

extension ClosedRange<Double> {
    fileprivate var length: Double { upperBound - lowerBound }
}
