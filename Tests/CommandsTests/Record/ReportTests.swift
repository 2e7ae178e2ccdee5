import Testing

/// The record that ships with annals, and what it answers: the claims of one report on Afghanistan, each once and
/// none sharper than the report makes it.
struct ReportTests {
    private let user: User

    init() throws {
        user = try User.ofExample()
    }

    /// What the report itself claims, before the four corrections.
    private func claims() throws -> [Tree] {
        try user.annals("log", "--known", "#158", "--json").jsonLines.filter { $0["on"] != nil }
    }

    @Test
    func `holds 54 actors, 104 events and four corrections`() throws {
        let entries = try user.annals("log", "--json").jsonLines
        #expect(entries.count == 162)
        #expect(entries.filter { $0["actor"] != nil }.count == 54)
        #expect(entries.filter { $0["on"] != nil && $0["revision"] == 1 }.count == 104)
        #expect(
            entries.filter { $0["kind"] == "corrected" }.compactMap { $0["position"].number } == [
                159, 160, 161, 162,
            ]
        )
    }

    @Test
    func `the Doha office is an attempt`() throws {
        let state = try user.annals("show", "taliban", "qatar", "--at", "2013", "--json").json
        let office = try #require(state["facets"].array.first { $0["facet"] == "representation" })
        #expect([office["from"], office["to"], office["value"]] == ["taliban", "qatar", "attempted"])
    }

    @Test
    func `the offer of aid is a pledge`() throws {
        let state = try user.annals("show", "china", "afghanistan", "--at", "2022", "--json").json
        let aid = try #require(state["facets"].array.first { $0["facet"] == "aid" })
        #expect([aid["key"], aid["value"], aid["certainty"]] == ["humanitarian", "pledged", "certain"])
    }

    @Test
    func `the joint statement is one event in fourteen relationships`() throws {
        let statements = try claims().filter {
            $0["title"].string?.hasPrefix("Twelve states, the UN and the EU") == true
        }
        #expect(statements.count == 1)
        let statement = try #require(statements.first)
        #expect(statement["streams"].keys.count == 14)
        #expect(
            statement["effects"].array.allSatisfy { $0["facet"] == "recognition" && $0["value"] == "refused" }
        )
        for stream in statement["streams"].keys {
            let pair = stream.split(separator: "/").map(String.init)
            let history = try user.annals(["history"] + pair + ["--json"]).jsonLines
            #expect(history.filter { $0["event"] == statement["event"] }.count == 1, "\(stream)")
        }
    }

    @Test
    func `predictions, conditions and opinions set nothing`() throws {
        let unreal = try claims().filter {
            ["predicted", "conditional", "opinion"].contains($0["modality"].string)
        }
        #expect(unreal.count == 25)
        #expect(unreal.allSatisfy { $0["effects"] == [] })
        let modalities = try user.annals("history", "taliban", "--json").jsonLines.flatMap {
            $0["streams"].keys
        }
        for stream in Set(modalities) where stream.contains("/") {
            let state = try user.annals(["show", "--json"] + stream.split(separator: "/").map(String.init))
                .json
            for facet in state["facets"].array {
                #expect(
                    !["predicted", "conditional", "opinion"].contains(facet["modality"].string),
                    "\(stream)"
                )
            }
        }
    }

    @Test
    func `the agreement's day was learnt later, and both answers can still be given`() throws {
        let question = ["show", "taliban", "us", "--at", "2020-02-01", "--json"]
        let then = try user.annals(question + ["--known", "#158"]).json["facets"].array
        let now = try user.annals(question).json["facets"].array
        let possible = try #require(then.first { $0["facet"] == "agreement" })
        #expect([possible["certainty"], possible["value"]] == ["possible", nil])
        let alternative = possible["alternatives"][0]
        #expect([alternative["value"], alternative["since"]["edtf"]] == ["in-force", "2020"])
        #expect(now.first { $0["facet"] == "agreement" } == nil)
        let from = try user.annals("show", "taliban", "us", "--at", "2020-02-29", "--json").json["facets"]
            .array
        #expect(from.first { $0["facet"] == "agreement" }?["certainty"] == "certain")
    }

    /// What was corrected: the position of the correction, the title, the date before and after.
    @Test(arguments: [
        ("#159", "Attempt to set up a political office in Doha", "2013", "2013-06-18"),
        ("#160", "Doha agreement", "2020", "2020-02-29"),
        ("#161", "Fall of Kabul: the Taliban seize power by force", "2021", "2021-08-15"),
        ("#162", "Attack on Kabul International Airport, claimed by IS-K", "2021-08", "2021-08-26"),
    ])
    func `each correction keeps the report beside the source of the day`(
        position: String,
        title: String,
        before: String,
        after: String
    ) throws {
        let entries = try user.annals("log", "--json").jsonLines.filter { $0["title"].string == title }
        #expect(entries.map { $0["on"].string } == [before, after])
        let correction = try #require(entries.last)
        #expect(correction["position"].number.map { "#\($0)" } == position)
        #expect(correction["because"].string?.hasPrefix("The report gives only") == true)
        let first = try #require(entries.first)
        #expect(correction["sources"].array.starts(with: first["sources"].array))
        #expect(correction["sources"].array.count == first["sources"].array.count + 1)
        #expect(correction["sources"].array.last?["url"].string?.hasPrefix("https://") == true)
        #expect(try user.annals("log").output.contains("corrects: \(after)  \(title)"))
    }

    @Test
    func `every claim names its source and the place in it, a grade and when it was reported`() throws {
        for claim in try claims() {
            let title = claim["title"].string ?? "?"
            #expect(!claim["sources"].array.isEmpty, "\(title)")
            for source in claim["sources"].array {
                #expect(source["title"].string?.isEmpty == false, "\(title)")
                #expect(source["locator"].string?.isEmpty == false, "\(title)")
            }
            #expect(claim["grade"] != "F6", "\(title)")
            #expect(claim["reported"] != nil, "\(title)")
        }
    }

    @Test
    func `no date is sharper than a year but those the report gives`() throws {
        let sharp = try claims().filter { $0["on"].string?.contains(/\d{4}-\d\d/) == true }
        #expect(
            sharp.map { [$0["on"], $0["title"]] } == [
                ["2021-05-20", "UN letter sees the Taliban and al-Qaeda no nearer to parting"],
                ["2021-05-20", "Taliban alleged to shelter al-Qaeda in return for resources and training"],
                ["2021-08", "Attack on Kabul International Airport, claimed by IS-K"],
                [
                    "[2021-08,2021-09]",
                    "IS-K brands the Taliban a Pakistani militia and puppets of Joe Biden",
                ],
                ["[..2021-10]", "Some of the former Republic’s spies and soldiers join IS-K"],
                ["2021-10", "Bin Laden’s son Abdallah travels to Afghanistan to meet the Taliban"],
            ]
        )
    }

    @Test
    func `what is alleged or denied stays with who says so`() throws {
        let state = try user.annals("show", "taliban", "al-qaeda", "--at", "2021-06", "--json").json["facets"]
            .array
        let alleged = state.filter { $0["facet"] == "support" && $0["modality"] == "alleged" }
        #expect(!alleged.isEmpty)
        #expect(alleged.allSatisfy { $0["claimant"] == "united-nations" })
    }

    @Test
    func `the projections equal a replay of the log`() throws {
        #expect(try user.annals("replay", "--check").status == 0)
    }
}
