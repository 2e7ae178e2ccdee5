import Annals
import FoundationEssentials
import Support
import Testing

/// The verdicts of two independent validators, edtf-validate 2.0.0 and python-edtf 5.0.2.
///
/// Their agreement on validity is trusted where the calendar agrees (both accept 2021-02-29); of bounds, only
/// python-edtf's strict ones, without those of unknown ends, which it puts ten years from the other end.
@Suite(.enabled(if: Corpus.isPresent, "edtf/edtf_corpus.jsonl is not among the test data"))
struct `The corpus of two validators` {
    @Test func `calls invalid only what we refuse`() throws {
        let invalid = try Corpus.verdicts().filter { !$0.unt_valid && !$0.pyedtf_valid }
        #expect(invalid.count > 50)
        for verdict in invalid {
            #expect(throws: DateError.self, "\(verdict.edtf)") { try EDTF(verdict.edtf) }
        }
    }

    @Test func `calls valid what we accept or refuse with help`() throws {
        let valid = try Corpus.verdicts().filter { $0.unt_valid && $0.pyedtf_valid }
        #expect(valid.count > 250)
        for verdict in valid {
            do throws(DateError) {
                _ = try EDTF(verdict.edtf)
                #expect(!isOutsideSubset(verdict.edtf), "\(verdict.edtf)")
            } catch {
                #expect(isOutsideSubset(verdict.edtf), "\(verdict.edtf): \(error)")
                #expect(error.help.contains("write ") || error.help.contains("list "), "\(verdict.edtf)")
            }
        }
    }

    @Test func `gives the bounds we give`() throws {
        var compared = 0
        for verdict in try Corpus.verdicts() where verdict.unt_valid && verdict.pyedtf_valid {
            guard let date = try? EDTF(verdict.edtf), let lower = verdict.lower_strict,
                let upper = verdict.upper_strict
            else { continue }
            compared += 1
            if !verdict.edtf.hasPrefix("/") {
                #expect(infinity(date.bounds.beginEarliest) == lower, "\(verdict.edtf)")
            }
            if !verdict.edtf.hasSuffix("/") {
                #expect(infinity(date.bounds.endLatest.advanced(by: -1)) == upper, "\(verdict.edtf)")
            }
        }
        #expect(compared > 90)
    }

    private func infinity(_ day: Day) -> String {
        switch day {
        case .distantPast: "-inf"
        case .distantFuture: "inf"
        default: day.description
        }
    }

    /// What the standard has and we have not, told by its looks alone.
    private func isOutsideSubset(_ text: String) -> Bool {
        let ends = text.split(whereSeparator: { "/,[]{}".contains($0) }).map(String.init)
        let isOtherSet = text.contains("{")
        let hasTimeOrLongYear = text.contains { "TYES".contains($0) }
        let isNoDay = text == "2021-02-29"
        let isBeforeYearOne = ends.contains { $0.hasPrefix("-") || $0.hasPrefix("0000") }
        let isQualifiedInPart = ends.contains { $0.dropLast().contains { "?~%".contains($0) } }
        return isOtherSet || hasTimeOrLongYear || isNoDay || isBeforeYearOne || isQualifiedInPart
            || ends.contains(where: isMaskOfLevelTwo) || ends.contains(where: isSeasonOfLevelTwo)
    }

    /// Whether an X stands left of a digit, or for more than the last two digits of a year.
    private func isMaskOfLevelTwo(_ date: String) -> Bool {
        let digits = date.filter { $0.isNumber || $0 == "X" }
        guard let mask = digits.firstIndex(of: "X") else { return false }
        let isRun = digits[mask...].allSatisfy { $0 == "X" }
        let known = digits[..<mask].count
        return !isRun || ![2, 3, 4, 6].contains(known) || (known < 4 && digits.count > 4)
    }

    private func isSeasonOfLevelTwo(_ date: String) -> Bool {
        guard date.count == 7, let number = Int(date.suffix(2)) else { return false }
        return number > 24
    }
}

private enum Corpus {
    /// One line of the corpus.
    struct Verdict: Decodable {
        var edtf: String
        var unt_valid: Bool
        var pyedtf_valid: Bool
        var lower_strict: String?
        var upper_strict: String?
    }

    static var isPresent: Bool {
        TestData.has(file)
    }

    static func verdicts() throws -> [Verdict] {
        let lines = try TestData.contents(of: file).split(separator: UInt8(ascii: "\n"))
        return try lines.map { try JSONDecoder().decode(Verdict.self, from: $0) }
    }

    private static let file = "edtf/edtf_corpus.jsonl"
}
