/// The events of a history as they are drawn below its lanes.
struct RailDrawing {
    let events: [CoursePicture.Mark]
    let rail: EventRail
    let pitch: Double

    /// With more, the lines up to the lanes would be all that is seen.
    private static let mostGuides = 40

    /// Writes it from (0, 0) on; lines of known days go up to `top`, where the lanes end.
    func write(to svg: inout Markup, top: Double) {
        let days = rail.places.filter(\.isDay)
        for place in days where days.count <= Self.mostGuides { writeGuide(to: place, top: top, &svg) }
        for line in rail.lines { write(line, to: &svg) }
        for place in rail.places {
            let marked = events[place.events]
            svg.described(sentence(of: marked)) { svg in
                MarkShape(
                    standing: marked.first?.standing ?? .asRecorded,
                    label: EventRail.label(place.events, of: events)
                ).write(to: &svg, box(of: place))
            }
            svg.newline()
        }
    }

    private func sentence(of marked: ArraySlice<CoursePicture.Mark>) -> String {
        marked.count == 1
            ? marked[marked.startIndex].sentence
            : "\(marked.count) events. " + marked.map(\.sentence).joined(separator: " ")
    }

    private func box(of place: EventRail.Place) -> Rectangle {
        Rectangle(
            x: place.extent.lowerBound,
            y: Double(place.row) * pitch,
            width: place.extent.upperBound - place.extent.lowerBound,
            height: EventRail.markHeight
        )
    }

    /// From the mark of a known day up to the lanes, so that it can be seen where in them it lies.
    private func writeGuide(to place: EventRail.Place, top: Double, _ svg: inout Markup) {
        let x = (place.extent.lowerBound + place.extent.upperBound) / 2
        svg.empty(
            "path",
            [
                Attribute("class", "faint"),
                Attribute(
                    "d",
                    "M\(x.coordinate) \(top.coordinate)V\((Double(place.row) * pitch).coordinate)"
                ),
            ]
        )
    }

    /// The days it may have been, dashed, with an end where they end and an arrow where they go on.
    private func write(_ line: EventRail.Line, to svg: inout Markup) {
        let y =
            Double(line.row) * pitch
            + (line.isCovered ? EventRail.markHeight + 2.5 : EventRail.markHeight / 2)
        let (left, right) = (line.extent.lowerBound, line.extent.upperBound)
        let size = line.isCovered ? 2.5 : 4
        // All before or after what the picture shows: an arrow away from the mark at its edge.
        let isBeyond = left == right
        let reach = isBeyond ? EventRail.arrow * (line.isOpenBefore ? 1 : -1) : right - left
        path("M\(left.coordinate) \(y.coordinate)h\(reach.coordinate)", "line dashed", to: &svg)
        var ends = ""
        if line.isOpenBefore || !isBeyond {
            ends += end(x: left, y: y, isOpen: line.isOpenBefore, towards: -1, size)
        }
        if line.isOpenAfter || !isBeyond {
            ends += end(x: right, y: y, isOpen: line.isOpenAfter, towards: 1, size)
        }
        path(ends, "line", to: &svg)
    }

    private func path(_ path: String, _ look: String, to svg: inout Markup) {
        svg.empty(
            "path",
            [Attribute("class", look), Attribute("stroke-width", 1.4), Attribute("d", path)]
        )
    }

    private func end(x: Double, y: Double, isOpen: Bool, towards: Double, _ size: Double) -> String {
        let (above, below) = ((y - size).coordinate, (y + size).coordinate)
        let tail = (x - towards * size * 1.5).coordinate
        return isOpen
            ? "M\(tail) \(above)L\(x.coordinate) \(y.coordinate)L\(tail) \(below)"
            : "M\(x.coordinate) \(above)V\(below)"
    }
}
