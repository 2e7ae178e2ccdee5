import Annals
import Support
import Testing

@Suite struct `Every text` {
    static let seeds: [UInt64] = [1, 20_010_911, 0xA11A15]

    @Test(arguments: seeds)
    func `that is accepted keeps its text and orders its bounds`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let text = WrittenAtRandom.date(using: &random)
            guard let date = try? EDTF(text) else { continue }
            #expect(date.description == text)
            expectSound(date)
        }
    }

    @Test(arguments: seeds)
    func `of the grammar is accepted unless it runs backwards or leaves the calendar`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var accepted = 0
        for _ in 0..<20_000 {
            let text = WrittenAtRandom.date(using: &random)
            do throws(DateError) {
                _ = try EDTF(text)
                accepted += 1
            } catch {
                let isExpected =
                    error.message.hasSuffix("ends before it begins")
                    || error.message.contains("does not exist")
                #expect(isExpected, "\(text): \(error)")
            }
        }
        #expect(accepted > 10_000)
    }

    @Test(arguments: seeds)
    func `however garbled is read or refused`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<35_000 {
            var bytes = Array(WrittenAtRandom.date(using: &random).utf8)
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                WrittenAtRandom.garble(&bytes, using: &random)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do throws(DateError) {
                expectSound(try EDTF(text))
            } catch {
                let isSound =
                    !error.message.isEmpty && !error.help.isEmpty && error.range.lowerBound >= 0
                    && error.range.upperBound <= text.utf8.count && error.description.utf8.count < 400
                #expect(isSound, "\(text): \(error)")
            }
        }
    }

    /// Whether the bounds are in order and each can be met by a begin before its end.
    private func expectSound(_ date: EDTF) {
        let bounds = date.bounds
        #expect(bounds.beginEarliest <= bounds.beginLatest, "\(date)")
        #expect(bounds.endEarliest <= bounds.endLatest, "\(date)")
        #expect(bounds.endEarliest > bounds.beginEarliest || !bounds.beginEarliest.isFinite, "\(date)")
        #expect(bounds.beginLatest < bounds.endLatest || !bounds.endLatest.isFinite, "\(date)")
        if !date.isInterval {
            #expect(bounds.endEarliest == bounds.beginEarliest.advanced(by: 1), "\(date)")
            #expect(bounds.endLatest == bounds.beginLatest.advanced(by: 1), "\(date)")
        }
    }
}

/// Texts made of EDTF's grammar, with no eye to the calendar.
private enum WrittenAtRandom {
    static func date(using random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: plain(using: &random) + qualifier(using: &random)
        case 1, 2: "\(end(using: &random))/\(end(using: &random))".replacingBareSlash
        default: "[\(set(using: &random))]"
        }
    }

    static func garble(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        let alphabet =
            Array("0123456789X-/.,[]{}?~%TYES+ x\\()\u{2013}\u{FF12}a\u{0}\u{7F}".utf8) + [0xFF, 0xC0]
        let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(byte, at: place)
        case 1 where place < bytes.count: bytes[place] = byte
        case 2 where place < bytes.count: bytes.remove(at: place)
        case 3: bytes.append(contentsOf: bytes[place...])
        default: bytes.reverse()
        }
    }

    private static func plain(using random: inout SplitMix64) -> String {
        let year = number(1...9999, width: 4, using: &random)
        let month = number(1...12, width: 2, using: &random)
        return switch Int.random(in: 0..<9, using: &random) {
        case 0: year
        case 1: "\(number(1...999, width: 3, using: &random))X"
        case 2: "\(number(1...99, width: 2, using: &random))XX"
        case 3: "\(year)-\(month)"
        case 4: "\(year)-\(number(21...24, width: 2, using: &random))"
        case 5: "\(year)-XX"
        case 6: "\(year)-XX-XX"
        case 7: "\(year)-\(month)-XX"
        default: "\(year)-\(month)-\(number(1...31, width: 2, using: &random))"
        }
    }

    private static func end(using random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: ".."
        case 1: ""
        default: plain(using: &random) + qualifier(using: &random)
        }
    }

    private static func set(using random: inout SplitMix64) -> String {
        var members = (0...Int.random(in: 0..<3, using: &random)).map { _ in
            Bool.random(using: &random)
                ? plain(using: &random) : "\(plain(using: &random))..\(plain(using: &random))"
        }
        if Bool.random(using: &random) { members.insert("..\(plain(using: &random))", at: 0) }
        if Bool.random(using: &random) { members.append("\(plain(using: &random))..") }
        return members.joined(separator: ",")
    }

    private static func qualifier(using random: inout SplitMix64) -> String {
        ["", "", "?", "~", "%"][Int.random(in: 0..<5, using: &random)]
    }

    private static func number(_ range: ClosedRange<Int>, width: Int, using random: inout SplitMix64)
        -> String
    {
        let digits = String(Int.random(in: range, using: &random))
        return String(repeating: "0", count: width - digits.count) + digits
    }
}

extension String {
    /// `/` alone is the one interval of two valid ends that says nothing.
    fileprivate var replacingBareSlash: String {
        self == "/" ? "../.." : self
    }
}
