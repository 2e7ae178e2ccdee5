import Annals

/// A history as it is drawn, or a part of it: some of its lanes, and below the last of them its events.
struct HistoryDrawing {
    let picture: CoursePicture
    let layout: HistoryLayout
    let caption: Caption

    init(_ picture: CoursePicture, lanes: Range<Int>, caption: Caption) {
        self.picture = picture
        self.caption = caption
        layout = HistoryLayout(picture, lanes: lanes)
    }

    /// The whole, and below it the events where nothing around it lists them.
    func markup(_ place: Frame.Place) -> Markup {
        let frame = Frame(
            caption,
            notes: picture.omitted.map { [$0] } ?? [],
            width: HistoryLayout.width,
            legend: picture.legend(hasEvents: layout.hasEvents),
            summary: summary,
            place: place
        )
        let listsEvents = place == .alone && layout.hasEvents
        return frame.svg(height: layout.bottom, key: listsEvents ? picture.key : nil) { svg in
            writeAxis(to: &svg)
            writeLanes(to: &svg)
            if layout.hasEvents { writeRail(to: &svg) }
        }
    }

    private var summary: String {
        let (lanes, events) = (layout.lanes.count, picture.events.count)
        return "\(lanes == 1 ? "1 lane" : "\(lanes) lanes") from \(picture.days.lowerBound) to "
            + "\(picture.days.upperBound)"
            + (layout.hasEvents ? ", with \(events == 1 ? "1 event" : "\(events) events") below. " : ". ")
            + "The higher a bar, the better the relation."
    }

    private func writeAxis(to svg: inout Markup) {
        svg.element("g", [Attribute("aria-hidden", "true")]) { svg in
            for tick in layout.axis.ticks {
                let x = layout.names + tick.x
                svg.empty(
                    "path",
                    [
                        Attribute("class", "rule"),
                        Attribute("d", "M\(x.coordinate) 4V\(layout.bottom.coordinate)"),
                    ]
                )
                writeLabel(of: tick, y: 16, to: &svg)
                if let lower = layout.lowerAxis { writeLabel(of: tick, y: lower + 4, to: &svg) }
            }
            svg.line(
                "on \(picture.days.upperBound)",
                x: layout.names + layout.axis.width + 10,
                y: 16,
                TimeAxis.style,
                class: "muted"
            )
        }
        svg.newline()
    }

    private func writeLabel(of tick: TimeAxis.Tick, y: Double, to svg: inout Markup) {
        guard let label = tick.label, let extent = tick.extent else { return }
        svg.line(
            label,
            x: layout.names + (tick.isBefore ? extent.upperBound : extent.lowerBound),
            y: y,
            TimeAxis.style,
            class: "muted",
            anchor: tick.isBefore ? .end : .start
        )
    }

    private func writeLanes(to svg: inout Markup) {
        if picture.lanes.isEmpty {
            let y = HistoryLayout.axisHeight + layout.pitch / 2 + 4
            svg.line("Nothing is known of any facet in these days.", x: layout.names + 8, y: y, .body)
        }
        for index in layout.lanes {
            LaneDrawing(
                lane: picture.lanes[index],
                box: layout.lane(index),
                intervals: layout.intervals(index),
                end: picture.lanes[index].end(picture.days),
                names: layout.names,
                ends: layout.ends
            ).write(to: &svg)
        }
    }

    private func writeRail(to svg: inout Markup) {
        let place = "translate(\(layout.names.coordinate) \(layout.railTop.coordinate))"
        svg.line("events", x: 0, y: layout.railTop + 13.5, .strong)
        svg.element("g", [Attribute("transform", place)]) { svg in
            svg.group("Events: \(picture.events.count)") { svg in
                RailDrawing(events: picture.events, rail: layout.rail, pitch: HistoryLayout.railPitch)
                    .write(
                        to: &svg,
                        top: (layout.lowerAxis == nil ? layout.lanesBottom : layout.railTop - 8)
                            - layout.railTop
                    )
            }
        }
    }
}
