import Annals

/// A lane as it is drawn: its name, what it said when, and how it ended.
struct LaneDrawing {
    let lane: CoursePicture.Lane
    /// Over all days.
    let box: Rectangle
    let intervals: [Rectangle]
    let end: ShownClaim?
    /// How wide the columns at its sides are.
    let names: Double
    let ends: Double

    func write(to svg: inout Markup) {
        svg.group(name) { svg in
            writeName(to: &svg)
            LevelBox(.unknown).write(to: &svg, box)
            for (interval, box) in zip(lane.intervals, intervals) {
                svg.described(interval.claim.sentence(of: lane.lane, drawn: interval.days)) { svg in
                    LevelBox(interval.claim).write(to: &svg, box)
                    writeAlternatives(of: interval.claim, to: &svg, box)
                    writeWord(of: interval.claim, to: &svg, box)
                }
            }
            writeEnd(to: &svg)
        }
    }

    private var name: String {
        let count = lane.intervals.count
        return "\(lane.lane.spoken): "
            + (count == 0 ? "unknown throughout" : count == 1 ? "1 interval" : "\(count) intervals")
    }

    private func writeName(to svg: inout Markup) {
        let room = names - 14
        let name = TextStyle.strong.fitting(lane.lane.name, width: room)
        let detail =
            lane.lane.detail.isEmpty ? [] : TextStyle.small.lines(lane.lane.detail, width: room, most: 2)
        // Centred beside the lane, however many lines there are.
        let y = box.y + box.height / 2 + 4.5 - Double(detail.count) * 7
        svg.line(name, x: 0, y: y, .strong)
        svg.lines(detail, x: 0, y: y + 14, .small, class: "muted")
    }

    /// How it stood on the last day, beside it.
    private func writeEnd(to svg: inout Markup) {
        let x = box.x + box.width + 10
        svg.element("g", [Attribute("aria-hidden", "true")]) { svg in
            let glyph = Rectangle(x: x, y: box.y + 6, width: 18, height: 20)
            LevelBox(end).write(to: &svg, glyph)
            let words = end?.words ?? "unknown"
            let lines = TextStyle.small.lines(words, width: ends - 26, most: 3)
            let y = box.y + box.height / 2 + 4 - Double(lines.count - 1) * TextStyle.small.leading / 2
            svg.lines(lines, x: x + 25, y: y, .small, class: end == nil ? "muted" : "ink")
        }
    }

    /// How high the value may be instead, as a dashed line.
    private func writeAlternatives(of claim: ShownClaim, to svg: inout Markup, _ box: Rectangle) {
        for alternative in claim.alternatives where alternative != claim.drawn {
            guard let level = alternative.level, level != claim.drawn?.level else { continue }
            let y = box.filled(to: Double(Palette.height(level)) / 5).y + 0.7
            svg.empty(
                "path",
                [
                    Attribute("class", "stroke dashed \(Palette.cssClass(level))"),
                    Attribute("stroke-width", 2),
                    Attribute("d", "M\(box.x.coordinate) \(y.coordinate)h\(box.width.coordinate)"),
                ]
            )
        }
    }

    /// The word, where there is room for it: within the bar, or above where that is too low.
    private func writeWord(of claim: ShownClaim, to svg: inout Markup, _ box: Rectangle) {
        let style = TextStyle.small
        let short = claim.value?.word ?? "\(claim.drawn?.word ?? "")?"
        guard let word = [claim.words, short].first(where: { style.width($0) + 10 <= box.width }) else {
            return
        }
        let isCertain = claim.certainty != .possible
        let share = claim.drawn?.level.map { Double(Palette.height($0)) / 5 } ?? 1
        let isWithin = share > 0.5
        let free =
            isWithin
            ? box.filled(to: share)
            : Rectangle(
                x: box.x,
                y: box.y,
                width: box.width,
                height: box.height * (1 - share)
            )
        let colour =
            isCertain && isWithin && claim.drawn?.level != nil ? "paper" : isCertain ? "ink" : "ink halo"
        svg.line(word, x: box.x + 5, y: free.y + free.height / 2 + 4, style, class: colour)
    }
}
