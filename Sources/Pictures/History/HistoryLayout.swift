import Annals

/// Where the parts of a history are: names at the left, days in the middle, the end at the right.
struct HistoryLayout {
    let picture: CoursePicture
    /// Which of its lanes are drawn.
    let lanes: Range<Int>
    /// How wide the column of names is: the same for all lanes, drawn or not.
    let names: Double
    /// How wide the column of how they ended is.
    let ends: Double
    /// From one lane to the next.
    let pitch: Double
    let axis: TimeAxis
    /// Where the events are; without any, if they are not drawn.
    let rail: EventRail

    static let width = 1_000.0
    static let axisHeight = 26.0
    /// How high a lane is drawn.
    static let laneHeight = 32.0
    static let railPitch = 22.0
    /// Within a column, from the other.
    static let between = 14.0

    init(_ picture: CoursePicture, lanes: Range<Int>) {
        self.picture = picture
        self.lanes = lanes
        let names = Self.column(
            picture.lanes.map {
                max(TextStyle.strong.width($0.lane.name), TextStyle.small.width($0.lane.detail))
            },
            between: 96,
            and: 210
        )
        self.names = names
        ends = Self.column(
            picture.lanes.map { TextStyle.small.width($0.end(picture.days)?.words ?? "unknown") + 26 },
            between: 110,
            and: 170
        )
        let isHigh = picture.lanes.contains {
            TextStyle.small.lines($0.lane.detail, width: names - Self.between).count > 1
        }
        pitch = isHigh ? 52 : 46
        axis = TimeAxis(picture.days, width: Frame.room(in: Self.width) - names - ends - 10)
        let isLast = lanes.upperBound == picture.lanes.count
        rail = EventRail(isLast ? picture.events : [], axis: axis)
    }

    /// Whether events are drawn.
    var hasEvents: Bool { rail.rows > 0 }

    /// Where the lanes end.
    var lanesBottom: Double {
        Self.axisHeight + max(Double(lanes.count), 1) * pitch
    }

    /// Where the axis is written again; nil where the one above the lanes can be seen from there.
    var lowerAxis: Double? { lanes.count > 10 ? lanesBottom + 8 : nil }

    /// Where the rail of events begins.
    var railTop: Double { lowerAxis.map { $0 + 18 } ?? lanesBottom + 10 }

    /// Where it ends.
    var bottom: Double {
        hasEvents ? railTop + Double(rail.rows) * Self.railPitch : lowerAxis ?? lanesBottom
    }

    /// The box of a lane, over all days.
    func lane(_ index: Int) -> Rectangle {
        Rectangle(
            x: names,
            y: Self.axisHeight + Double(index - lanes.lowerBound) * pitch + 4,
            width: axis.width,
            height: Self.laneHeight
        )
    }

    /// The boxes of its intervals: none is too narrow to be seen, and none covers another.
    func intervals(_ index: Int) -> [Rectangle] {
        let lane = lane(index)
        return places(
            picture.lanes[index].intervals.map { axis.span($0.days) },
            within: axis.width,
            least: 3
        ).map { place in
            Rectangle(
                x: lane.x + place.lowerBound,
                y: lane.y,
                width: place.upperBound - place.lowerBound,
                height: lane.height
            )
        }
    }

    /// A column wide enough for the widest of its texts, within bounds.
    private static func column(_ texts: [Double], between least: Double, and most: Double) -> Double {
        min(max((texts.max() ?? 0) + Self.between, least), most)
    }
}

extension CoursePicture.Lane {
    /// What it says on the last of the days drawn; nil for nothing.
    func end(_ days: ClosedRange<Day>) -> ShownClaim? {
        intervals.last { $0.days.contains(days.upperBound) }?.claim
    }
}
