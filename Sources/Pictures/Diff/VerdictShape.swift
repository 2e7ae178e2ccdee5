/// What is drawn for a verdict: an arrow up, an arrow down, or a hollow one both ways where neither can be told.
///
/// The shape says it; colour only repeats it.
struct VerdictShape {
    let verdict: DiffPicture.Verdict

    /// Writes it into a box of the size of a level box.
    func write(to svg: inout Markup, _ box: Rectangle) {
        let place = "M\((box.x + start.x).coordinate) \((box.y + start.y).coordinate)"
        svg.element("g", [Attribute("class", Palette.cssClass(level))]) { svg in
            svg.empty(
                "path",
                [
                    Attribute("class", verdict == .unclear ? "outline" : "solid"),
                    Attribute("d", place + outline),
                ]
            )
        }
    }

    private var level: Int {
        switch verdict {
        case .better: 1
        case .worse: -1
        case .unclear: 0
        }
    }

    private var start: (x: Double, y: Double) {
        switch verdict {
        case .better: (11, 1)
        case .worse: (11, 19)
        case .unclear: (1, 10)
        }
    }

    private var outline: String {
        switch verdict {
        case .better: "l9 9h-5.5v9h-7v-9h-5.5z"
        case .worse: "l9 -9h-5.5v-9h-7v9h-5.5z"
        case .unclear: "l6 -6v3.5h8v-3.5l6 6l-6 6v-3.5h-8v3.5z"
        }
    }
}
