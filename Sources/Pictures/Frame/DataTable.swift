/// What a picture shows, as a table: for who hears a page, copies from it or checks it.
package struct DataTable {
    /// What a cell holds.
    package enum Cell: Hashable, Sendable {
        /// A word or a date that is not to be broken.
        case brief(String)
        case text(String)
        /// A text and, below it, what is to be said of it besides.
        case lines(String, [String])
        /// A text that leads to where it was read.
        case link(String, to: String)
    }

    let title: String
    let columns: [String]
    let rows: [[Cell]]
    let empty: String

    /// A table, of which the first cell of a row says what the row is about; without rows, the sentence `empty`.
    package init(_ title: String, columns: [String], rows: [[Cell]], empty: String) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.empty = empty
    }

    func write(to html: inout Markup) {
        html.newline()
        html.element("section", [Attribute("aria-label", title)]) { html in
            html.element("h2", [.outside], text: title)
            guard !rows.isEmpty else {
                html.element("p", text: empty)
                return
            }
            html.scrolling("Table: \(title)") { html in
                html.element("table", [Attribute("aria-label", title), .role("table")], writeTable)
            }
        }
    }

    private func writeTable(to html: inout Markup) {
        html.element("thead", [.role("rowgroup")]) { html in
            html.element("tr", [.role("row")]) { html in
                for column in columns {
                    html.element("th", [Attribute("scope", "col"), .role("columnheader")], text: column)
                }
            }
        }
        html.element("tbody", [.role("rowgroup")]) { html in
            for row in rows {
                html.newline()
                html.element("tr", [.role("row")]) { html in
                    for (index, cell) in row.enumerated() { write(cell, in: index, to: &html) }
                }
            }
        }
    }

    private func write(_ cell: Cell, in column: Int, to html: inout Markup) {
        var attributes: [Attribute] = [.outside]
        if case .brief = cell { attributes.append(Attribute("class", "brief")) }
        if column == 0 {
            attributes += [Attribute("scope", "row"), .role("rowheader")]
            html.element("th", attributes) { write(cell, to: &$0) }
        } else {
            // The style sheet writes the column's name before the cell where the table is too wide for a phone.
            attributes += [.role("cell"), Attribute("data-column", columns[column])]
            html.element("td", attributes) { write(cell, to: &$0) }
        }
    }

    private func write(_ cell: Cell, to html: inout Markup) {
        switch cell {
        case .brief(let text), .text(let text): html.write(text)
        case .lines(let text, let more):
            html.write(text)
            for line in more {
                html.element("p", [Attribute("class", "aside"), .outside], text: line)
            }
        case .link(let text, let url): html.link(text, to: url)
        }
    }
}

extension Attribute {
    /// What an element is to who hears the page: said once more, because a table laid out as cards is none any
    /// longer to browsers.
    fileprivate static func role(_ role: String) -> Attribute { Attribute("role", role) }
}
