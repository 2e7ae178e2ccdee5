import FoundationEssentials
import Support
import Testing

@testable import Commands

/// A record full of what cannot be seen, in every form of every command.
struct HiddenTextsTests {
    private static let hidden: [Unicode.Scalar] = [
        "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}", "\u{9F}",
        "\u{AD}", "\u{61C}", "\u{180E}",
        "\u{200B}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}",
        "\u{2028}", "\u{2029}",
        "\u{2060}", "\u{2061}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{206A}", "\u{3164}",
        "\u{FEFF}", "\u{FFF9}",
        "\u{FFFE}", "\u{E0041}",
    ]
    /// What a script and a picture need.
    private static let needed = ["می\u{200C}خواهم", "👩\u{200D}👧"]

    private static let text =
        "n" + hidden.map { "\($0)x" }.joined() + "\r\na\rb\tc" + needed.joined(separator: " ")
    /// For names, which are no longer than 200 bytes.
    private static let names = stride(from: 0, to: hidden.count, by: 12).map { start in
        "N\(start)" + hidden[start..<min(start + 12, hidden.count)].map { "\($0)x" }.joined()
    }

    private static let user = Result {
        var user = User(of: try Databases.withActors())
        user.directory = try TemporaryDirectory.make(prefix: "annals-test-")
        user.environment["ANNALS_ACTOR"] = names[0]
        let quoted = try json(text), name = try json(names[1]), claimant = try json(names[2])
        try user.append(
            """
            {"actor":"fiji","name":\(name),"kind":"state","aliases":[\(claimant)]}
            {"on":"2020-01-02","actors":["fiji"],"recipients":["china"],"title":\(quoted),"note":\(quoted),"tags":[\(quoted)],\
            "type":"ASSAULT","effects":[{"facet":"aid","key":\(name),"from":"fiji","to":"china","value":"active",\
            "claimant":\(claimant)},{"facet":"hostility","value":"war","from":"fiji","to":"china"}],\
            "sources":[{"title":\(quoted),"publisher":\(quoted),"url":\(try json("https://example.org/" + names[1])),"locator":\(quoted)},\
            {"title":\(quoted),"published":"2020","url":\(quoted)}]}
            """
        )
        try user.append(##"{"correct":"#6","because":\##(quoted),"grade":"B2"}"##)
        return user
    }

    private static func json(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    private static let forms = ["text", "json", "csv", "tsv", "md", "svg", "html"]

    private static let calls: [[String]] =
        forms.map { ["show", "fiji", "china", "--at", "2020-06", "--format", $0] }
        + forms.map { ["show", "fiji", "--at", "2020-06", "--format", $0] }
        + (forms + ["lanes"]).map { ["history", "fiji", "china", "--format", $0] }
        + forms.map { ["diff", "fiji", "china", "--at", "2019..2020", "--format", $0] }
        + forms.map { ["diff", "--all", "--known", "#5..", "--format", $0] }
        + ["text", "json", "csv", "tsv", "md", "bibtex", "csl-json"].map {
            ["why", "fiji", "china", "--at", "2020-06", "--format", $0]
        }
        + (forms + ["gexf", "graphml", "dot"]).map { ["network", "--at", "2020-06", "--format", $0] }
        + ["text", "svg", "html"].map { ["network", "--matrix", "--at", "2020-06", "--format", $0] }
        + ExportFormat.allCases.map { ["export", "--format", $0.rawValue] }
        + ExportFormat.allCases.filter { ![.cloudevents, .dyadYear, .dyadMonth].contains($0) }.map {
            ["export", "fiji", "china", "--format", $0.rawValue]
        }
        + ["log", "actor list", "actor show fiji", "watch --since #4 --limit 3", "status", "verify"].flatMap {
            command in
            let words = command.split(separator: " ").map(String.init)
            return [words, words + ["--json"]]
        }
        + [
            ["log", "--by", names[0]], ["replay", "-o", "-"], ["checkpoint"], ["show", names[1] + "?"],
            ["append", "--file", names[1]],
            ["import", names[1]], ["audit", names[1]], ["show", "fiji", "china", "--at", names[1]],
            ["why", "fiji", "china", "--facet", text],
            ["append", "fiji", "china", "--on", "2020", "--title", text, "--type", text, "--dry-run"],
            ["append", "fiji", "china", "--on", "2020", "--title", text, "--dry-run"], ["help", text], [text],
            ["show", "--" + text],
            ["retract", text, "--because", text], ["redact", text, "--field", "note", "--because", text],
            ["init", "--example", text],
            ["show", "fiji", "--db", "host=" + text], ["export", "--format", text],
            ["---completion", "actor", "show", "--", "0", ""],
        ]

    @Test(arguments: calls)
    func `are plain wherever they are written`(call: [String]) throws {
        let outcome = try Self.user.get().annals(call)
        let found = (outcome.output + outcome.errors).unicodeScalars.enumerated().filter {
            Self.hidden.contains($1)
        }
        #expect(found.isEmpty, "\(found.prefix(5).map { String($0.element.value, radix: 16) })")
        // Calendars end their lines so, and no line of text does.
        let returns = outcome.output.unicodeScalars.contains("\r")
        #expect(!returns || call.contains("ics"))
    }

    @Test func `leave alone what a script and a picture need`() throws {
        let user = try Self.user.get()
        for form in ["json", "csv", "md"] {
            let output = try user.annals("history", "fiji", "china", "--format", form).output
            for text in Self.needed { #expect(output.contains(text), "\(form)") }
        }
    }

    @Test func `are in JSON as they were recorded`() throws {
        let logged = try Self.user.get().annals("log", "--since", "#5", "--json").jsonLines
        #expect(logged[0]["title"].string?.unicodeScalars.elementsEqual(Self.text.unicodeScalars) == true)
        let events = try Self.user.get().annals("export", "--format", "cloudevents").jsonLines
        #expect(events[5]["data"]["entry"]["title"].string ?? Self.text == Self.text)
    }

    @Test func `are plain in receipts and lists of rejects`() throws {
        let user = try Self.user.get()
        let receipt = try user.annals("show", "fiji", "china", "--at", "2020-06", "--receipt", "r")
        #expect(receipt.status == 0)
        let audit = try user.annals("audit", "r")
        #expect(audit.status == 0, "\(audit.output)")
        let sheet = "on,a,b,title\n2020,fiji,\"\(Self.names[1])?\",x\n"
        try Data(sheet.utf8).write(to: URL(filePath: user.directory + "/s.csv"))
        #expect(try user.annals("import", "s.csv", "--keep-good").status == 65)
        for file in ["r", "s.csv.rejects.csv"] {
            let text = try String(contentsOfFile: user.directory + "/" + file, encoding: .utf8)
            #expect(!text.unicodeScalars.contains { Self.hidden.contains($0) }, "\(file)")
        }
    }
}
