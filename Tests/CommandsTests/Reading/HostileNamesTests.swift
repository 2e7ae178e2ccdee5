import Support
import Testing

/// Names, titles and sources that mean something to those who read our files.
struct HostileNamesTests {
    private static let texts = [
        "<script>alert(1)</script>", "=cmd|'/c calc'!A1", #""quotes" & {braces} \\backslash"#,
        "إمارة أفغانستان",
        "中華人民共和國", "</svg>]]>--> &amp; %s $(id) `id`", "+1\t@SUM(A1)",
    ]

    /// A database in which everything is called so.
    private static let database = Result {
        let database = try TestDatabase()
        func json(_ text: String) -> String {
            "\""
                + text.map {
                    "\"\\\t".contains($0)
                        ? "\\u00" + ($0 == "\t" ? "09" : $0 == "\"" ? "22" : "5c") : String($0)
                }.joined() + "\""
        }
        let actors = texts.enumerated().map {
            #"{"actor":"actor-\#($0)","name":\#(json($1)),"kind":"state"}"#
        }
        let events = texts.enumerated().flatMap { number, text in
            (0..<number).map { other in
                #"{"on":"2020-0\#(number + 1)-0\#(other + 1)","actors":["actor-\#(number)"],"recipients":["actor-\#(other)"],"#
                    + #""title":\#(json(text)),"note":\#(json(text)),"effects":["#
                    + #"{"facet":"hostility","from":"actor-\#(number)","to":"actor-\#(other)","value":"force"},"#
                    + #"{"facet":"aid","key":\#(json(text)),"from":"actor-\#(number)","to":"actor-\#(other)","value":"active","claimant":\#(json(text))}],"#
                    + #""sources":[{"title":\#(json(text)),"publisher":\#(json(text)),"url":\#(json(text)),"locator":\#(json(text))}]}"#
            }
        }
        try User(of: database).append((actors + events).joined(separator: "\n"))
        try User(of: database).append(##"{"correct":"#8","because":\##(json(texts[0])),"on":"2020-02-02"}"##)
        return database
    }

    private static let questions: [([String], [String])] = [
        (
            ["show", "actor-0", "actor-1", "--at", "2020-06"],
            ["text", "json", "csv", "tsv", "md", "svg", "html"]
        ),
        (["history", "actor-0", "--superseded"], ["csv", "tsv", "md"]),
        (["history", "actor-0"], ["text", "json", "lanes", "csv", "tsv", "md", "svg", "html"]),
        (["diff", "--all", "--at", "2019..2020"], ["text", "json", "csv", "tsv", "md", "svg", "html"]),
        (["diff", "actor-0", "--known", "#7.."], ["text", "json", "csv", "tsv", "md", "svg", "html"]),
        (
            ["why", "actor-0", "actor-1", "--at", "2020-06"],
            ["text", "json", "csv", "tsv", "md", "bibtex", "csl-json"]
        ),
        (["network", "--at", "2020-09"], ["text", "json", "csv", "tsv", "md", "gexf", "graphml", "dot"]),
        (["network", "--at", "2020-09", "--matrix"], ["text"]),
    ]

    @Test(arguments: questions)
    func `break no form, and drive no terminal`(question: [String], forms: [String]) throws {
        let user = User(of: try Self.database.get())
        for form in forms {
            let outcome = try user.annals(question + ["--format", form])
            #expect(outcome.status == 0, "\(form): \(outcome.errors)")
            try FormsTests.check(outcome, form)
            let harmful = outcome.output.unicodeScalars.filter {
                $0.value < 0x20 && ![0x09, 0x0A].contains($0.value) || $0.value == 0x7F
            }
            #expect(harmful.isEmpty, "\(form)")
        }
    }

    @Test(.enabled(if: Markup.isReadable, "Python is not installed"), arguments: questions)
    func `are read back from markup as they were written, and never run`(question: [String], forms: [String])
        throws
    {
        let user = User(of: try Self.database.get())
        for form in forms where ["svg", "html", "gexf", "graphml"].contains(form) {
            let output = try user.annals(question + ["--format", form]).output
            let said = try Markup.said(in: output)
            #expect(said.contains { $0.contains("<script>alert(1)</script>") }, "\(form)")
            #expect(!said.contains("script"), "\(form)")
            #expect(!output.contains("<script"), "\(form)")
            guard question[0] == "network" else { continue }
            for text in Self.texts.dropLast() { #expect(said.contains(text), "\(form) lost \(text)") }
        }
    }

    @Test(arguments: questions)
    func `are no formulas to a spreadsheet`(question: [String], forms: [String]) throws {
        let user = User(of: try Self.database.get())
        for form in ["csv", "tsv"] where forms.contains(form) {
            let cells = Rows.all(try user.annals(question + ["--format", form]).output, as: form).flatMap(
                \.self
            )
            let formulas = cells.filter {
                ["=", "+", "-", "@", "\t"].contains($0.first.map(String.init)) && Int($0) == nil
            }
            #expect(formulas.isEmpty, "\(form)")
        }
        let titles = Rows.csv(try user.annals("history", "actor-1", "--format", "csv").output).map { $0[9] }
        #expect(titles.contains("'=cmd|'/c calc'!A1"))
    }

    @Test
    func `are in JSON byte for byte`() throws {
        let user = User(of: try Self.database.get())
        let titles = Set(
            try user.annals("history", "actor-0", "--json").jsonLines.compactMap { $0["title"].string }
        )
        #expect(titles == Set(Self.texts.dropFirst()))
        let csl = try user.annals("why", "actor-2", "actor-1", "--at", "2020-06", "--format", "csl-json").json
        #expect(csl[0]["title"].string == Self.texts[2])
    }

    @Test
    func `are escaped for LaTeX, brace by brace`() throws {
        let user = User(of: try Self.database.get())
        let bibtex = try user.annals("why", "actor-2", "actor-1", "--at", "2020-06", "--format", "bibtex")
            .output
        #expect(
            bibtex.contains(
                #"title = {{"quotes" \& \textbraceleft{}braces\textbraceright{} \textbackslash{}\textbackslash{}backslash}},"#
            )
        )
    }

    @Test
    func `keep the columns of a table on a terminal, whatever their script`() throws {
        let user = User(of: try Self.database.get())
        let matrix = try user.annals("network", "--matrix", "--at", "2020-09", "--ascii")
        let rows = matrix.lines.dropFirst(4).prefix(Self.texts.count)
        // The wide characters of East Asia take two columns each.
        let widths = rows.map {
            $0.unicodeScalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1.value) ? 2 : 1) }
        }
        #expect(Set(widths).count == 1, "\(rows.joined(separator: "\n"))")
    }
}
