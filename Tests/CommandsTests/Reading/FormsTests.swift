import FoundationEssentials
import Support
import Testing

/// `--format` and `-o`, on every command that has them.
struct FormsTests {
    /// Questions, and the forms their answers can be given in.
    static let questions: [([String], [String])] = [
        (
            ["show", "taliban", "us", "--at", "2020-06-01"],
            ["text", "json", "csv", "tsv", "md", "svg", "html"]
        ),
        (["history", "taliban", "us"], ["text", "json", "lanes", "csv", "tsv", "md", "svg", "html"]),
        (["history", "taliban"], ["text", "json", "lanes", "csv", "tsv", "md", "svg", "html"]),
        (
            ["diff", "taliban", "us", "--at", "2020..2021"],
            ["text", "json", "csv", "tsv", "md", "svg", "html"]
        ),
        (["diff", "taliban", "--known", "#158..#162"], ["text", "json", "csv", "tsv", "md", "svg", "html"]),
        (
            ["why", "taliban", "us", "--at", "2020-06-01"],
            ["text", "json", "csv", "tsv", "md", "bibtex", "csl-json"]
        ),
        (["network", "--at", "2020"], ["text", "json", "csv", "tsv", "md", "gexf", "graphml", "dot"]),
    ]

    /// Questions whose answers are shorter than what is known, and forms that say so.
    static let nothing: [[String]] = [
        ["show", "china", "pakistan"], ["history", "china", "pakistan"], ["why", "china", "pakistan"],
        ["network", "china", "--at", "0001", "--known", "#0"],
    ]

    @Test(arguments: questions)
    func `every form is what it says it is`(question: [String], forms: [String]) throws {
        let user = try User.ofExample()
        for form in forms {
            let outcome = try user.annals(question + ["--format", form])
            #expect(outcome.status == 0, "\(form)")
            #expect(outcome.errors == "", "\(form)")
            #expect(outcome.output.hasSuffix("\n"), "\(form)")
            try Self.check(outcome, form)
        }
    }

    @Test(arguments: nothing)
    func `nothing known has the head of its form and is a clean no`(question: [String]) throws {
        let user = try User.ofExample()
        for form in ["csv", "tsv", "md"] {
            let outcome = try user.annals(question + ["--format", form])
            #expect(outcome.status == 1, "\(form)")
            #expect(outcome.errors == "")
            #expect(Rows.all(outcome.output, as: form).count == 1, "\(form)")
        }
    }

    @Test
    func `rows of every form have the same cells`() throws {
        let user = try User.ofExample()
        for (question, _) in Self.questions {
            let csv = Rows.csv(try user.annals(question + ["--format", "csv"]).output)
            let tsv = Rows.tsv(try user.annals(question + ["--format", "tsv"]).output)
            #expect(csv == tsv, "\(question)")
            let md = Rows.md(try user.annals(question + ["--format", "md"]).output)
            #expect(md.count == csv.count && md.first?.count == csv.first?.count, "\(question)")
        }
    }

    @Test(arguments: questions)
    func `-o writes the same to a new file and never over one that is there`(
        question: [String],
        forms: [String]
    ) throws {
        let user = try User.ofExample()
        let files = try Receipts()
        let form = try #require(forms.last)
        let printed = try user.annals(question + ["--format", form])
        let written = try user.annals(question + ["--format", form, "-o", files.path("a")])
        #expect(written.status == 0)
        #expect(written.output == "")
        #expect(try files.text("a") == printed.output)

        let again = try user.annals(question + ["--format", form, "-o", files.path("a")])
        #expect(again.status == 73)
        #expect(
            again.errors == """
                error[output]: \(files.path("a")) is there already
                help: give another name; it is never replaced, so that the two can be compared

                """
        )
        #expect(try files.text("a") == printed.output)
        #expect(try files.names == ["a.json"])
    }

    @Test
    func `-o leaves nothing behind when there is no answer, or no place for it`() throws {
        let user = try User.ofExample()
        let files = try Receipts()
        for (question, _) in Self.questions {
            let nobody = try user.annals(
                [question[0], "nobody-at-all", "-o", files.path("a")]
                    + question.filter { $0.contains("..") }.flatMap { ["--at", $0] }
            )
            #expect(nobody.status >= 64, "\(question)")
            let nowhere = try user.annals(question + ["-o", files.path("no/such/place")])
            #expect(nowhere.status == 73)
            #expect(nowhere.errors.hasPrefix("error[output]: cannot create "))
        }
        #expect(try files.names == [])
    }

    @Test(arguments: questions)
    func `a full disk and a reader who has seen enough end every form well`(
        question: [String],
        forms: [String]
    ) throws {
        let user = try User.ofExample()
        for form in [forms[0], forms[forms.count - 1]] {
            let full = try user.annals(question + ["--format", form], output: .file("/dev/full"))
            #expect(full.status == 74, "\(form)")
            #expect(
                full.errors
                    == "error[output]: cannot write: No space left on device\nhelp: make room, or write elsewhere\n"
            )
            let words = (question + ["--format", form]).map { "'\($0)'" }.joined(separator: " ")
            let piped = try user.shell("annals \(words) | true")
            #expect(piped.status == 0)
            #expect(piped.errors == "")
        }
    }

    @Test(arguments: questions)
    func `--json is short for a form, and goes with no other`(question: [String], forms: [String]) throws {
        let user = try User.ofExample()
        let json = try user.annals(question + ["--json"])
        #expect(try user.annals(question + ["--format", "json"]).output == json.output)
        #expect(try user.annals(question + ["--format", "json", "--json"]).output == json.output)
        for form in forms where form != "json" {
            let both = try user.annals(question + ["--json", "--format", form])
            #expect(both.status == 64)
            #expect(
                both.errors.hasPrefix(
                    "Error: --json and --format \(form) ask for two forms: leave one out.\n"
                )
            )
        }
    }

    /// That a form can be read as what it is.
    static func check(_ outcome: Outcome, _ form: String) throws {
        switch form {
        case "json", "lanes", "csl-json":
            #expect(try form == "csl-json" ? !outcome.json.array.isEmpty : !outcome.jsonLines.isEmpty)
        case "csv", "tsv", "md":
            let rows = Rows.all(outcome.output, as: form)
            #expect(rows.count > 1, "\(form)")
            #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(form)")
        case "svg", "html", "gexf", "graphml":
            guard Markup.isReadable else { return }
            #expect(try !Markup.said(in: outcome.output).isEmpty, "\(form)")
        case "bibtex":
            #expect(outcome.output.filter { $0 == "{" }.count == outcome.output.filter { $0 == "}" }.count)
        case "dot": #expect(outcome.output.hasSuffix("}\n") && outcome.output.contains("digraph annals {"))
        default: break
        }
    }
}
