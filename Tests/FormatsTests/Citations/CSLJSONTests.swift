import Annals
import Formats
import FoundationEssentials
import Testing

@Suite struct `A bibliography in CSL-JSON` {
    @Test func `has a work once, with where and for what it was cited`() {
        let bibliography = CSLJSON.write([
            Cited.source("Exit", "RUSI", url: "https://rusi.org/1", published: "2021-10", at: "§2"),
            Cited.source("Exit", "RUSI", url: "https://rusi.org/1", published: "2021-10", for: "Talks", 6),
            Cited.source("Freezes \"aid\"", "BBC News"),
        ])
        #expect(
            bibliography == #"""
                [
                  {"id":"bbcnd","type":"document","title":"Freezes \"aid\"","publisher":"BBC News",\#
                "note":"Cited for #43 Doha agreement."},
                  {"id":"rusi2021","type":"webpage","title":"Exit","publisher":"RUSI",\#
                "URL":"https://rusi.org/1","issued":{"date-parts":[[2021,10]]},\#
                "note":"Cited for #6 Talks, #43 Doha agreement (§2)."}
                ]

                """#
        )
        #expect(CSLJSON.write([]) == "[]\n")
    }

    @Test(arguments: [
        ("2022", #"{"date-parts":[[2022]]}"#), ("2020-02-29", #"{"date-parts":[[2020,2,29]]}"#),
        ("2021-08-XX", #"{"date-parts":[[2021,8]]}"#),
        ("2020~", #"{"date-parts":[[2020]],"circa":true}"#),
        ("2021-21", #"{"date-parts":[[2021]],"season":1}"#),
        ("2020-11/2021", #"{"date-parts":[[2020,11],[2021]]}"#),
        ("2020/..", #"{"literal":"2020/.."}"#), ("201X", #"{"literal":"201X"}"#),
        ("[..2020]", #"{"literal":"[..2020]"}"#), ("last week", #"{"literal":"last week"}"#),
    ])
    func `says when a work was published`(published: String, issued: String) {
        #expect(
            CSLJSON.write([Cited.source("A book", published: published)]).contains("\"issued\":\(issued)")
        )
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `is read by a plain decoder, with all texts as they were`(_ seed: UInt64) throws {
        struct Item: Decodable {
            let id: String
            let title: String
            let URL: String?
            let note: String
        }
        let sources = Cited.random(seed)
        let items = try JSONDecoder().decode([Item].self, from: Data(CSLJSON.write(sources).utf8))
        #expect(Set(items.map(\.id)).count == sources.count)
        for item in items {
            let cited = try #require(sources.first { $0.source.title == item.title })
            let locator = cited.source.locator.map { " (\($0))" } ?? ""
            #expect(item.URL == cited.source.url)
            #expect(item.note == "Cited for \(cited.position) \(cited.title)\(locator).")
        }
    }
}
