import Annals
import Testing

@testable import Formats

@Suite struct `A file of POLECAT` {
    static let names = [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
        "Actor Name",
        "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
        "Actor Name Raw",
        "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW",
        "Primary Recipient Sector",
        "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename",
        "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
        "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations",
        "Story Locations",
        "Language", "Version",
    ]

    /// A row in which these columns say something.
    static func row(_ cells: [String: String]) -> String {
        let usual = [
            "Event ID": "7", "Event Date": "2023-06-01", "Event Type": "CONSULT", "Actor Name": "A",
            "Recipient Name": "B",
        ].merging(cells) { $1 }
        return names.map { usual[$0] ?? "None" }.joined(separator: "\t") + "\n"
    }

    static let header = names.joined(separator: "\t") + "\n"

    @Test func `has an event in each row`() throws {
        let reading = try Reading(
            Self.header
                + Self.row([
                    "Event Mode": "visit", "Contexts": "military;legal", "Actor Name": "United States",
                    "Actor Country": "United States", "Actor COW": "2", "Recipient Name": "Police",
                    "Recipient Country": "IND", "Primary Recipient Sector": "GOV", "Placename": "Delhi",
                    "Country": "India", "Source": "A newspaper", "Publication Date": "2023-06-02T10:00",
                ])
        )
        #expect(Self.names.count == 40)
        let row = try #require(reading.rows.first), draft = try #require(row.draft)
        #expect(row.key == "polecat:7")
        #expect(
            row.actors == [
                ImportedActor(name: "United States", codes: ["cow:2"], kind: .state),
                ImportedActor(name: "Police (IND)", kind: .government),
            ]
        )
        #expect((draft.type, draft.mode, draft.contexts) == ("CONSULT", "visit", ["military", "legal"]))
        #expect(draft.title == "United States: CONSULT visit: Police (IND)")
        #expect((draft.on, draft.reported) == ("2023-06-01", "2023-06-02"))
        #expect(draft.note == "Delhi, India")
        #expect(draft.tags == ["polecat"])
        #expect(draft.sources.map(\.publisher) == ["A newspaper"])
        #expect(row.traps == [])
        #expect(reading.refusals == [])
    }

    @Test(
        arguments: [
            ("DEMAND", "meet", "REQUEST", "meet", [], ["polecat", "plover:DEMAND"], [.olderManual]),
            (
                "DISAPPROVE", "None", "ACCUSE", "disapprove", [], ["polecat", "plover:DISAPPROVE"],
                [.olderManual]
            ),
            (
                "INVESTIGATE", "None", "ACCUSE", "investigate", [], ["polecat", "plover:INVESTIGATE"],
                [.olderManual]
            ),
            ("CRIME", "None", nil, nil, ["crime"], ["polecat", "plover:CRIME"], [.olderManual]),
            ("SANCTION", "x", "SANCTION", nil, [], ["polecat", "plover-mode:x"], [.unknownWords]),
            ("NEWS", "None", nil, nil, [], ["polecat", "plover:NEWS"], [.unknownWords]),
        ] as [(String, String, String?, String?, [String], [String], [ImportTrap])]
    )
    func `is read in the words of the manual it was coded with`(
        _ type: String,
        _ mode: String,
        _ ourType: String?,
        _ ourMode: String?,
        _ contexts: [String],
        _ tags: [String],
        _ traps: [ImportTrap]
    ) throws {
        let reading = try Reading(Self.header + Self.row(["Event Type": type, "Event Mode": mode]))
        let draft = try #require(reading.drafts.first)
        #expect((draft.type, draft.mode, draft.contexts) == (ourType, ourMode, contexts))
        #expect(draft.tags == tags)
        #expect(reading.rows[0].traps == traps)
        #expect(reading.refusals == [])
    }

    @Test func `names actors by what is known of them`() throws {
        let reading = try Reading(
            Self.header
                + Self.row([
                    "Actor Name": "Joe Biden", "Actor Country": "USA", "Wikipedia Actor ID": "Joe Biden",
                ])
                + Self.row(["Actor Name": "None", "Actor Country": "USA", "Recipient Name": "None"])
                + Self.row(["Actor Name": "A;B; A", "Recipient Name": "B;C"])
                + Self.row(["Actor Name": "None", "Recipient Name": "C"])
                + Self.row(["Actor Name": "None", "Recipient Name": "None"])
        )
        #expect(reading.rows[0].actors.map(\.codes) == [["wikipedia:Joe_Biden"], []])
        #expect(reading.rows[1].actors == [ImportedActor(name: "USA", codes: ["iso3:USA"], kind: .state)])
        #expect(reading.drafts[2].actors == ["A", "B"])
        #expect(reading.drafts[2].recipients == ["C"])
        #expect(reading.rows[2].traps == [.sameActor])
        #expect(reading.drafts[3].actors == ["C"])
        #expect(reading.said == ["6 Actor Name: the row names nobody"])
    }
}
