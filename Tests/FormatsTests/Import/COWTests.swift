import Annals
import Support
import Testing

@testable import Formats

@Suite struct `A file of Correlates of War` {
    @Test func `has the spells of the state system`() throws {
        let reading = try Reading(
            """
            stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
            USA,2,United States of America,1816,1,1,2016,12,31,2016
            HAI,41,Haiti,1859,1,1,1915,7,28,2016

            """
        )
        #expect(reading.drafts.map(\.on) == ["../..", "1859-01-01/1915-07-28"])
        #expect(
            reading.drafts.flatMap { $0.effects ?? [] }.map {
                [$0.facet, $0.value, $0.from, $0.begin, $0.end]
            } == [
                ["polity-status", "government", "United States of America", "[..1816-01-01]", ".."],
                ["polity-status", "government", "Haiti", "1859-01-01", "1915-07-28"],
            ]
        )
        #expect(
            reading.rows.map(\.actors) == [
                [ImportedActor(name: "United States of America", codes: ["cow:2"], kind: .state)],
                [ImportedActor(name: "Haiti", codes: ["cow:41"], kind: .state)],
            ]
        )
        #expect(reading.rows.map(\.traps) == [[.censored], []])
        #expect(reading.drafts[0].sources.map(\.title) == ["State System Membership, version 2016"])
        #expect(reading.refusals == [])
    }

    @Test func `has the spells of alliances, by dyad`() throws {
        let reading = try Reading(
            """
            version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,\
            dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version
            1,200,United Kingdom,235,Portugal,1,1,1816,,,,1,1,1,0,1,0,4.1
            2,200,United Kingdom,380,Sweden,3,3,1911,,,1920,0,0,0,0,0,1,4.1
            3,200,United Kingdom,200,United Kingdom,3,3,1911,,,1920,0,0,0,0,0,1,4.1
            4,2,A,3,B,31,2,1911,,,1920,0,0,0,0,0,1,4.1
            5,2,A,3,B,,,,,,1920,0,0,0,0,0,1,4.1
            6,2,A,3,B,,,1921,,,1920,0,0,0,0,0,1,4.1
            7,x,A,3,B,,,1921,,,,0,0,0,0,0,1,4.1

            """
        )
        let effects = reading.drafts.flatMap { $0.effects ?? [] }
        #expect(effects.map(\.key) == ["alliance-1", "alliance-2"])
        #expect(effects.map(\.terms) == [["defense", "nonaggression"], ["entente"]])
        #expect(effects.map { [$0.begin, $0.end] } == [["[..1816-01-01]", ".."], ["1911-03-03", "1920"]])
        #expect(reading.drafts.map(\.on) == ["../..", "1911-03-03/1920"])
        #expect(reading.drafts[0].title == "United Kingdom and Portugal: alliance 1 (defense, nonaggression)")
        #expect(reading.rows.map(\.key)[1] == "cow:200-380:alliance-2:1911-03-03")
        #expect(reading.refusals == [])
        #expect(
            reading.said == [
                "4 ccode2: both states are the same",
                "5 begin: 1911-02-31 does not exist (February 1911 has 28 days)", "6 begin: begin is empty",
                "7 end: 1921/1920 ends before it begins", "8 ccode1: \"x\" is not a state's code",
            ]
        )
    }

    @Test func `has the spells of contiguity, to the month`() throws {
        let reading = try Reading(
            """
            dyad,state1no,state1ab,state2no,state2ab,conttype,begin,end,notes,version
            2020,2,USA,20,CAN,1,192001,201612,,3.2
            2031,2,USA,31,BHM,9,197307,201612,,3.2

            """
        )
        #expect(reading.drafts.map(\.on) == ["1920-01/.."])
        #expect(reading.drafts.map(\.title) == ["USA and CAN: contiguous by land or river"])
        #expect(reading.said == ["3 conttype: conttype is not 1 to 5"])
        #expect(reading.refusals == [])
    }

    @Test func `is refused when it has a row for each year`() {
        #expect(refusal("stateabb,ccode,year,version\n", as: .cow).count == 1)
        #expect(refusal("ccode1,ccode2,begin,end\n").count == 4 + 1)
    }
}

@Suite(.enabled(if: TestData.has("cow/system2016.csv"), "cow/states2016.csv is not among the test data"))
struct `The state system of Correlates of War` {
    @Test func `gives the state-years that were published`() throws {
        let reading = try Reading(Array(try TestData.contents(of: "cow/states2016.csv")))
        #expect(reading.rows.count == 243)
        #expect(reading.said == [])
        #expect(reading.refusals == [])
        #expect(Set(reading.rows.map(\.key)).count == 243)
        let ours = try reading.rows.flatMap { row in
            try Spell(row).years.map { "\(row.actors[0].codes[0]) \($0)" }
        }
        let theirs = try published("cow/system2016.csv").map { "cow:\($0[1]) \($0[2])" }
        #expect(theirs.count == 15_951)
        #expect(ours.sorted() == theirs.sorted())
    }
}

@Suite(.enabled(if: TestData.has("cow/contcold.csv"), "cow/contcol.csv is not among the test data"))
struct `The colonial contiguity of Correlates of War` {
    @Test func `gives the dyad-years that were published, land and sea`() throws {
        let reading = try Reading(Array(try TestData.contents(of: "cow/contcol.csv")))
        #expect(reading.rows.count == 1_349)
        #expect(reading.said == [])
        #expect(reading.refusals == [])
        #expect(Set(reading.rows.map(\.key)).count == 1_349)
        var ours: [String: (land: Int, sea: Int)] = [:]
        for row in reading.rows {
            let isLand = row.draft?.effects?.first?.key?.hasPrefix("colonial-contiguity-1-") == true
            let dyad = row.actors.map { $0.codes[0].dropFirst("cow:".count) }.joined(separator: "-")
            for year in try Spell(row).years {
                ours["\(dyad) \(year)", default: (0, 0)].land += isLand ? 1 : 0
                ours["\(dyad) \(year)", default: (0, 0)].sea += isLand ? 0 : 1
            }
        }
        let theirs = try published("cow/contcold.csv").map { "\($0[1])-\($0[3]) \($0[5]): \($0[6]) \($0[7])" }
        #expect(theirs.count == 14_538)
        #expect(ours.map { "\($0): \($1.land) \($1.sea)" }.sorted() == theirs.sorted())
    }
}

/// The years in which the one effect of a row is in force, as far as the data go.
private struct Spell {
    let years: ClosedRange<Int>

    init(_ row: ImportedRow) throws {
        let effect = try #require(row.draft?.effects?.first)
        let first = try EDTF(#require(effect.begin))
        let begin = try #require(first.lastDay?.components?.year)
        let end = try IntervalEnd(#require(effect.end))
        guard case .date(let last) = end else {
            years = begin...2016
            return
        }
        years = try begin...#require(last.lastDay?.components?.year)
    }
}

/// The rows of a published table.
private func published(_ file: String) throws -> [[String]] {
    var splitter = TableSplitter(separator: UInt8(ascii: ","), quoted: true)
    let records = splitter.records(in: Array(try TestData.contents(of: file))[...]) + splitter.finish()
    return try records.dropFirst().map { try $0.get().fields }
}
