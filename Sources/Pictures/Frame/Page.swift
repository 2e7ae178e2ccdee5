/// The frame of every HTML picture: a file that needs nothing else, no script and no network, and fetches nothing.
///
/// The picture stands first, then the same as tables, so that nobody depends on seeing it.
package struct Page {
    let caption: Caption
    let lead: String?
    let notes: [String]

    /// A page under a caption.
    ///
    /// `lead` is what it comes to, in a sentence; `notes` are sentences beside those of the caption.
    package init(_ caption: Caption, lead: String? = nil, notes: [String] = []) {
        self.caption = caption
        self.lead = lead
        self.notes = caption.notes + notes
    }

    /// The whole file, with a picture drawn for ``Frame/Place/page``, or its parts one after the other.
    package func html(picture: Markup, tables: [DataTable]) -> String {
        var html = Markup()
        html.write(literally: "<!DOCTYPE html>\n")
        html.element("html", [Attribute("lang", "en")]) { html in
            html.element("head", [], writeHead)
            html.newline()
            html.element("body") { html in
                html.element("header", [], writeHeader)
                html.newline()
                html.element("main") { html in
                    html.element("figure") { html in
                        html.scrolling("The picture") { $0.write(markup: picture) }
                    }
                    for table in tables { table.write(to: &html) }
                }
                html.newline()
                html.element("footer", [], writeFooter)
            }
        }
        html.newline()
        return html.text
    }

    private func writeHead(to html: inout Markup) {
        html.empty("meta", [Attribute("charset", "utf-8")])
        html.empty(
            "meta",
            [
                Attribute("http-equiv", "Content-Security-Policy"),
                Attribute(
                    "content",
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
                ),
            ]
        )
        meta("viewport", "width=device-width, initial-scale=1", to: &html)
        meta("color-scheme", "light dark", to: &html)
        meta("referrer", "no-referrer", to: &html)
        meta("generator", "annals", to: &html)
        html.element("title", text: "\(caption.title): \(caption.subject), \(caption.at)")
        html.element("style", text: PageStyle.sheet)
    }

    private func meta(_ name: String, _ content: String, to html: inout Markup) {
        html.empty("meta", [Attribute("name", name), Attribute("content", content)])
    }

    private func writeHeader(to html: inout Markup) {
        html.element("h1", [.outside], text: caption.title)
        html.element("p", [Attribute("class", "subject")], text: caption.subject)
        html.element("p") { html in
            html.element("span", [Attribute("class", "clock")], text: caption.at)
            html.write(" · ")
            html.element("span", [Attribute("class", "clock")], text: caption.known)
        }
        if let lead { html.element("p", [Attribute("class", "lead"), .outside], text: lead) }
        for note in notes { html.element("p", [Attribute("class", "note")], text: note) }
    }

    private func writeFooter(to html: inout Markup) {
        html.element("p", text: caption.clocks)
        html.element("p", text: caption.origin)
    }
}

extension Markup {
    /// Writes a box that scrolls sideways by itself where it is too narrow, also with the keyboard: the page never
    /// does.
    mutating func scrolling(_ label: String, _ body: (inout Markup) -> Void) {
        let attributes = [
            Attribute("class", "scrolling"), Attribute("role", "region"), Attribute("aria-label", label),
            Attribute("tabindex", "0"),
        ]
        element("div", attributes, body)
    }
}

extension Attribute {
    /// For an element whose text comes from outside: it runs in the direction of its own first letter.
    static var outside: Attribute { Attribute("dir", "auto") }
}
