import Annals
import EventLog
import Postgres
import Projections
import Support
import Testing

/// What others published, asked of annals: spells in, and out of its answers exactly the years and counts they have.
struct TruthTests {
    /// The days of the state system.
    private let first = Day(year: 1816, month: 1, day: 1), last = Day(year: 2016, month: 12, day: 31)

    @Test(.enabled(if: TestData.has("cow/system2016.csv"), "the files of Correlates of War are not there"))
    func `the spells of the state system give every state-year published, and no other`() throws {
        let database = try imported("cow/states2016.csv")
        let answers = Answers(try database.openLog())
        let codes = try codes(in: database)
        var told: Set<String> = []
        for (code, actor) in codes {
            let lanes = try years(of: StreamID(actor), answers)
            for years in lanes.values { told.formUnion(years.map { "\(code) \($0)" }) }
        }
        let published = try rows("cow/system2016.csv").map { "\($0[1]) \($0[2])" }
        #expect(published.count == 15_951)
        #expect(Set(published).subtracting(told).sorted() == [])
        #expect(told.subtracting(published).sorted() == [])
    }

    @Test(.enabled(if: TestData.has("cow/contcold.csv"), "the files of Correlates of War are not there"))
    func `the spells of colonial contiguity give every dyad-year published, by land and by sea`() throws {
        let database = try imported("cow/contcol.csv")
        let answers = Answers(try database.openLog())
        let actors = try codes(in: database)
        let published = try rows("cow/contcold.csv")
        #expect(published.count == 14_538)
        let expected = Dictionary(
            uniqueKeysWithValues: published.map { ("\($0[1]) \($0[3]) \($0[5])", "\($0[6]) \($0[7])") }
        )
        var told: [String: (land: Int, sea: Int)] = [:]
        for (one, other) in Set(published.map { [$0[1], $0[3]] }).map({ ($0[0], $0[1]) }) {
            let (a, b) = (try #require(actors[one]), try #require(actors[other]))
            let stream = try #require(StreamID(a, b))
            for (lane, years) in try years(of: stream, answers) {
                // colonial-contiguity-TYPE-DEPENDENCY-DEPENDENCY, and type 1 is by land.
                let isByLand = lane.key.hasPrefix("colonial-contiguity-1-")
                for year in years {
                    let before = told["\(one) \(other) \(year)"] ?? (0, 0)
                    told["\(one) \(other) \(year)"] =
                        isByLand ? (before.land + 1, before.sea) : (before.land, before.sea + 1)
                }
            }
        }
        #expect(told.mapValues { "\($0.land) \($0.sea)" } == expected)
    }

    @Test(.enabled(if: TestData.has("icews14/icews14_events.tsv"), "the events of ICEWS are not there"))
    func `a year of ICEWS gives the counts and last dates that are in the file`() throws {
        let rows = try rows("icews14/icews14_events.tsv", separator: "\t")
        let database = try TestDatabase()
        let user = User(of: database)
        let outcome = try user.annals(
            ["import", "-", "--create-actors", "--keep-good"],
            input: Array(icewsTable(of: rows).utf8)
        )
        #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
        let connection = try database.connect()
        let events = rows.map { ($0[1], $0[2], $0[3]) }
        let names = try connection.query("select slug, written from annals.actor_name where scheme = 'name'")
        {
            row throws(PostgresError) in
            (try row["written", as: String.self], try row["slug", as: String.self])
        }
        let slugs = Dictionary(uniqueKeysWithValues: names)
        var random = SplitMix64(seed: 14)
        for _ in 0..<40 {
            let (_, one, other) = try #require(events.randomElement(using: &random))
            guard one != other else { continue }
            let day = try #require(events.randomElement(using: &random)).0
            let mine = events.filter {
                $0.0 <= day && ([$0.1, $0.2] == [one, other] || [$0.1, $0.2] == [other, one])
            }
            let (a, b) = (try #require(slugs[one]), try #require(slugs[other]))
            let history = try user.annals("history", a, b, "--to", day, "--json").jsonLines
            #expect(history.count == mine.count, "\(a) \(b) until \(day)")
            #expect(history.last?["on"].string == mine.last?.0)
        }
    }

    /// The years in which each lane of a stream is, or may be, in force on some day.
    private func years(of stream: StreamID, _ answers: Answers) throws -> [LaneID: Set<Int>] {
        let (begin, end) = (try #require(first), try #require(last))
        let known = Position(rawValue: .max - 1)
        let days = try #require(
            try answers.turningDays(of: stream, within: begin...end, known: known, most: 100_000)
        )
        let states = try answers.states(of: stream, on: days, known: known)
        let ends = days.dropFirst().map { $0.advanced(by: -1) } + [end]
        var years: [LaneID: Set<Int>] = [:]
        for (state, (first, last)) in zip(states, zip(days, ends)) {
            let (from, to) = (try #require(first.components), try #require(last.components))
            for lane in state.lanes { years[lane.lane, default: []].formUnion(from.year...to.year) }
        }
        return years
    }

    private func imported(_ file: String) throws -> TestDatabase {
        let database = try TestDatabase()
        let outcome = try User(of: database).annals("import", TestData.path(of: file), "--create-actors")
        #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
        return database
    }

    /// Actors by their codes in Correlates of War.
    private func codes(in database: TestDatabase) throws -> [String: ActorID] {
        let found = try database.connect().query(
            "select written, slug from annals.actor_name where scheme = 'code' and written like 'cow:%'"
        ) { row throws(PostgresError) in
            (try row["written", as: String.self], try row["slug", as: String.self])
        }
        return Dictionary(
            uniqueKeysWithValues: found.compactMap { code, slug in
                ActorID(slug).map { (String(code.dropFirst(4)), $0) }
            }
        )
    }

    /// The rows of a file below its header; none of these files has quotes that matter.
    private func rows(_ file: String, separator: Character = ",") throws -> [[String]] {
        let text = String(decoding: try TestData.contents(of: file), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: separator, omittingEmptySubsequences: false).map {
                $0.filter { $0 != "\"" }
            }
        }
    }

    private func icewsTable(of rows: [[String]]) -> String {
        let header = [
            "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
            "CAMEO Code",
            "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number",
            "Publisher",
            "City", "District", "Province", "Country", "Latitude", "Longitude",
        ]
        let lines = rows.map { row in
            [row[0], row[1], row[2], "", "", row[5], row[4], row[6], row[3]]
                + [String](repeating: "", count: 11)
        }
        return ([header] + lines).map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    }
}
