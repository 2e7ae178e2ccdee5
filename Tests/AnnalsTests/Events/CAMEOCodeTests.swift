import FoundationEssentials
import Support
import Testing

@testable import Annals

@Suite struct `A CAMEO code` {
    @Test func `is a text of the code book`() {
        #expect(CAMEOCode.all.count == 313)
        #expect(CAMEOCode("043")?.type == .consult)
        #expect(CAMEOCode("043")?.mode == "visit")
        #expect(CAMEOCode("091")?.contexts == [.crime, .corruption])
        #expect(CAMEOCode("43") == nil)
        #expect(CAMEOCode("999") == nil)
        #expect(CAMEOCode("") == nil)
    }

    @Test func `of a statement or an appeal has no type`() throws {
        for (code, coding) in CAMEOCode.all {
            let isStatement = code.hasPrefix("01") || code.hasPrefix("02")
            #expect((coding.type == nil) == isStatement, "\(code)")
        }
    }

    @Test func `has only modes and contexts of the manual`() {
        for (code, coding) in CAMEOCode.all {
            if let mode = coding.mode { #expect(coding.type?.modes[mode] != nil, "\(code) \(mode)") }
        }
        for line in CAMEOCode.table.split(separator: "\n") {
            let words = line.prefix { $0 != ":" }.split(separator: " ").dropFirst().joined()
            let contexts = words.split(separator: ",").map(String.init)
            #expect(contexts.allSatisfy { Context(rawValue: $0) != nil }, "\(line)")
        }
    }

    @Test(arguments: [
        ("043", "043"), ("43", "043"), ("841", "0841"), ("1621", "1621"), ("1", "01"), ("100", "100"),
        ("211", "0211"), ("10", nil), ("20", nil), ("99", nil), ("", nil), ("0043", nil), ("0", nil),
    ])
    func `gets its zero back where only one can be meant`(_ written: String, _ code: String?) {
        #expect(CAMEOCode(restoring: written)?.code == code)
    }
}

@Suite(.enabled(if: TestData.has(file), "\(file) is not among the test data"))
struct `The table from CAMEO to PLOVER` {
    @Test func `is ours, but for words that the manual has given up`() throws {
        let renamed = [
            "return": "release", "ban": "restrict", "assassinate": "targeted", "massacre": "targeted",
            "democracy": "pro_democracy", "humanitarian": "human_security",
        ]
        let gone: Set<String> = ["ease", "cleansing"]
        let departures: Set<String> = ["1321", "1712", "163", "175"]
        var compared = 0
        for theirs in try Theirs.all() where !departures.contains(theirs.code) {
            let ours = try #require(CAMEOCode(theirs.code), "\(theirs.code)")
            let mode = gone.contains(theirs.mode) ? "" : renamed[theirs.mode] ?? theirs.mode
            let contexts = theirs.contexts.map { renamed[$0] ?? $0 }
            #expect(ours.type?.rawValue == theirs.type, "\(theirs.code)")
            #expect(ours.mode ?? "" == mode, "\(theirs.code)")
            #expect(ours.contexts.map(\.rawValue) == contexts, "\(theirs.code)")
            compared += 1
        }
        // 274 codes, 08 in two lines, of which the first is taken, and four in which we depart from it.
        #expect(compared == 270)
    }
}

private let file = "plover/CAMEO2PLOVER-2021.txt"

/// A line of the table as it was published: `CODE: TYPE, mode, context; context # words`.
private struct Theirs {
    let code, type, mode: String
    let contexts: [String]

    static func all() throws -> [Theirs] {
        var seen: Set<String> = []
        return String(decoding: try TestData.contents(of: file), as: UTF8.self).split(separator: "\n")
            .compactMap(Theirs.init).filter { seen.insert($0.code).inserted }
    }

    init?(_ line: Substring) {
        let halves = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
        guard halves.count == 2, let first = halves[0].first, first.isNumber else { return nil }
        let cells = halves[1].split(separator: ",", omittingEmptySubsequences: false).map { cell in
            String(cell.filter { !$0.isWhitespace })
        }
        (code, type) = (String(halves[0]), cells[0])
        mode = cells.count > 1 ? cells[1] : ""
        contexts = cells.count > 2 ? cells[2].split(separator: ";").map(String.init) : []
    }
}
