import Annals
import Testing

@testable import Formats

@Suite struct `A file of ACLED` {
    static let header =
        "\u{FEFF}event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
        + "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,"
        + "admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,"
        + "tags,timestamp\r\n"

    static func row(
        _ date: String,
        _ precision: String,
        _ kind: String = "Battles,Armed clash",
        _ actors: String = "Taliban,,2,Police,,1",
        timestamp: String = "1629072000"
    ) -> String {
        "AFG1,\"\(date)\",2021,\(precision),Political violence,\(kind),\(actors),12,,4,Asia,Afghanistan,Kabul,,,"
            + "Kabul,34,69,1,A paper; Another,National,\"A note, with a comma\",3,,\(timestamp)\r\n"
    }

    @Test func `has an event in each row, of actors in no order`() throws {
        let reading = try Reading(
            Self.header
                + Self.row("15 August 2021", "1", "Battles,Armed clash", "Taliban,Haqqani; X,2,Police,,1")
        )
        #expect(reading.said == [])
        let row = try #require(reading.rows.first), draft = try #require(row.draft)
        #expect((row.key, row.version) == ("acled:AFG1", 1_629_072_000))
        #expect((draft.on, draft.reported) == ("2021-08-15", "2021-08-16"))
        #expect((draft.actors, draft.recipients) == (["Taliban", "Police"], []))
        #expect((draft.type, draft.mode) == ("ASSAULT", nil))
        #expect(draft.title == "Armed clash: Taliban – Police, Kabul, Afghanistan")
        #expect(draft.note == "A note, with a comma")
        #expect(
            draft.tags == ["acled", "acled:Battles/Armed clash", "fatalities:3", "with:Haqqani", "with:X"]
        )
        #expect(
            draft.sources == [
                Source(
                    title: "A paper; Another",
                    publisher: "ACLED",
                    url: nil,
                    published: "2021-08-16",
                    locator: "event AFG1"
                )
            ]
        )
        #expect(row.traps == [.undirected])
        #expect(reading.refusals == [])
    }

    @Test(arguments: [
        ("2021-08-15", "1", "2021-08-15"), ("15 August 2021", "", "2021-08-15"),
        ("15-08-2021", "1", "2021-08-15"), ("15-Aug-2021", "1", "2021-08-15"),
        ("2021-08-15", "2", "[2021-08-09..2021-08-15]"), ("2021-08-09", "2", "[2021-08-09..2021-08-15]"),
        ("1997-03-05", "2", "[1997-03-03..1997-03-09]"), ("2021-08-15", "3", "2021-08"),
    ])
    func `has dates as precise as it says`(_ written: String, _ precision: String, _ date: String) throws {
        let reading = try Reading(Self.header + Self.row(written, precision))
        #expect(reading.drafts.map(\.on) == [date])
        #expect(reading.refusals == [])
        #expect(reading.rows[0].traps.contains(.roundedDate) == (precision == "2" || precision == "3"))
    }

    @Test(
        arguments: [
            ("Protests,Peaceful protest", "PROTEST", "demo"), ("Riots,Mob violence", "PROTEST", "riot"),
            ("Explosions/Remote violence,Air/drone strike", "ASSAULT", "aerial"),
            ("Violence against civilians,Attack", "ASSAULT", nil),
            ("Strategic developments,Agreement", "AGREE", nil), ("Strategic developments,Other", nil, nil),
        ] as [(String, String?, String?)]
    )
    func `is coded where PLOVER knows the same`(_ kind: String, _ type: String?, _ mode: String?) throws {
        let reading = try Reading(Self.header + Self.row("2021-08-15", "1", kind, "Protesters,,6,,,0"))
        let draft = try #require(reading.drafts.first)
        #expect((draft.type, draft.mode) == (type, mode))
        #expect(reading.rows[0].actors == [ImportedActor(name: "Protesters", kind: .population)])
        #expect(reading.rows[0].traps == [])
        #expect(reading.refusals == [])
    }

    @Test func `refuses what it cannot read`() throws {
        let reading = try Reading(
            Self.header + Self.row("31 June 2021", "1") + Self.row("2021-08-15", "1", timestamp: "-1")
                + Self.row("2021-08-15", "1", "Battles,Armed clash", ",,0,,,0")
        )
        #expect(
            reading.said == [
                "2 event_date: \"31 June 2021\" is not a day as the format writes it",
                "3 timestamp: \"-1\" is not a time as the format writes it", "4 actor1: the row names nobody",
            ]
        )
    }

    @Test func `may list what was deleted`() throws {
        let reading = try Reading("event_id_cnty,deleted_timestamp\nAFG1,1629072000\nAFG2,\n,1\n")
        #expect(
            reading.rows.map(\.content) == [
                .retraction(because: "ACLED deleted the event on 2021-08-16"),
                .retraction(because: "ACLED deleted the event"),
            ]
        )
        #expect(reading.rows.map(\.key) == ["acled:AFG1", "acled:AFG2"])
        #expect(reading.rows.map(\.version) == [1_629_072_000, nil])
        #expect(reading.said == ["4 event_id_cnty: event_id_cnty is empty"])
    }
}
