/// What every SVG picture hangs in: caption above, legend and origin below, style and patterns inside.
///
/// Both clocks are within the picture as well as around it, since it gets cut out of pages.
package struct Frame {
    /// Where a picture is shown.
    package enum Place: Sendable {
        /// In a file of its own.
        case alone
        /// In a page that says the title in larger letters and lists what the picture marks.
        case page
    }

    let caption: Caption
    let notes: [String]
    let width: Double
    let legend: [LegendEntry]
    let summary: String
    let place: Place

    private static let margin = 20.0

    /// How wide content may be in a picture of a width.
    package static func room(in width: Double) -> Double { width - margins }

    /// How much of a width is margin, at both sides together.
    package static let margins = 2 * margin

    /// A frame so wide.
    ///
    /// `notes` are sentences beside those of the caption; `summary` says in a sentence or two what is drawn, for
    /// those who hear the picture.
    package init(
        _ caption: Caption,
        notes: [String] = [],
        width: Double,
        legend: [LegendEntry],
        summary: String,
        place: Place
    ) {
        self.caption = caption
        self.notes = caption.notes + notes
        self.width = width
        self.legend = legend
        self.summary = summary
        self.place = place
    }

    /// The whole picture.
    ///
    /// `content` is drawn from (0, 0) on, ``room(in:)`` wide and `height` high; `key`, if there is one, below the
    /// legend.
    func svg(height: Double, key: Listing? = nil, _ content: (inout Markup) -> Void) -> Markup {
        var head = Markup()
        let top = writeCaption(to: &head)
        var foot = Markup()
        let legend = Legend(entries: legend, width: Self.room(in: width))
        let legendTop = top + height + 18
        let keyTop = legendTop + legend.height + 8
        let bottom = writeOrigin(to: &foot, y: keyTop + (key.map { $0.height + 24 } ?? 6))

        var svg = Markup()
        if place == .alone {
            svg.write(literally: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
            svg.newline()
        }
        svg.element("svg", attributes(height: bottom)) { svg in
            svg.element("title", text: name)
            svg.element("desc", text: ([summary] + notes).joined(separator: " "))
            svg.element("style", text: PictureStyle.sheet)
            Patterns.write(to: &svg)
            svg.empty(
                "rect",
                Rectangle(x: 0, y: 0, width: width, height: bottom).attributes + [Attribute("class", "paper")]
            )
            svg.newline()
            svg.write(markup: head)
            svg.newline()
            svg.element("g", [Self.moved(x: Self.margin, y: top)], content)
            svg.newline()
            svg.element("g", [Self.moved(x: Self.margin, y: legendTop)]) { legend.write(to: &$0) }
            svg.newline()
            if let key {
                svg.element("g", [Self.moved(x: Self.margin, y: keyTop)], key.write)
                svg.newline()
            }
            svg.write(markup: foot)
        }
        svg.newline()
        return svg
    }

    private static func moved(x: Double, y: Double) -> Attribute {
        Attribute("transform", "translate(\(x.coordinate) \(y.coordinate))")
    }

    private var name: String {
        "\(caption.title), \(caption.subject), \(caption.clocks)"
    }

    /// A picture wider than this scrolls in a page before its letters get too small to read.
    private static let widestPage = 1_150.0

    private func attributes(height: Double) -> [Attribute] {
        let isWide = place == .page && width > Self.widestPage
        let leastWidth = Attribute("style", "min-width:\((width * 0.8).coordinate)px")
        return (isWide ? [leastWidth] : []) + [
            Attribute("xmlns", "http://www.w3.org/2000/svg"),
            Attribute("class", "picture"),
            Attribute("viewBox", "0 0 \(width.coordinate) \(height.coordinate)"),
            Attribute("width", width),
            Attribute("height", height),
            Attribute("role", "graphics-document document"),
            Attribute("aria-label", name),
            Attribute("xml:lang", "en"),
            Attribute(
                "font-family",
                "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, DejaVu Sans, Arial, sans-serif"
            ),
        ]
    }

    /// Who, what, and both clocks; gives where the content begins.
    private func writeCaption(to svg: inout Markup) -> Double {
        let room = Self.room(in: width)
        let x = Self.margin
        var y: Double
        switch place {
        case .alone:
            y = svg.lines(TextStyle.title.lines(caption.title, width: room, most: 3), x: x, y: 36, .title)
            y = svg.lines(TextStyle.subject.lines(caption.subject, width: room), x: x, y: y, .subject)
        case .page:
            let title = "\(caption.title): \(caption.subject)"
            y = svg.lines(TextStyle.strong.lines(title, width: room, most: 3), x: x, y: 24, .strong)
        }
        y = svg.lines(TextStyle.body.lines(caption.clocks, width: room), x: x, y: y, .body)
        for note in notes {
            y = svg.lines(TextStyle.small.lines(note, width: room), x: x, y: y, .small, class: "muted")
        }
        return y
    }

    /// Both clocks again and what it rests on; gives where the picture ends.
    private func writeOrigin(to svg: inout Markup, y: Double) -> Double {
        let room = Self.room(in: width)
        let origin = TextStyle.small.lines("\(caption.clocks) · \(caption.origin)", width: room)
        return Double(Int(svg.lines(origin, x: Self.margin, y: y, .small, class: "muted")) + 4)
    }
}

extension Caption {
    /// Both clocks: `as it stood on 2020-06-01 · as we knew it now (#162, 2026-11-23)`.
    package var clocks: String { "\(at) · \(known)" }
}
