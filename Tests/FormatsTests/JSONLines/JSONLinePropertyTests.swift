import Annals
import Formats
import FoundationEssentials
import Support
import Testing

@Suite struct `Every JSON line` {
    @Test(arguments: [1, 20_010_911, 0xA11A15] as [UInt64])
    func `that is written is read as the same line, by us and by a plain decoder`(_ seed: UInt64) throws {
        var lines = RandomLines(seed: seed)
        for _ in 0..<1_000 {
            var line = lines.line()
            // An event of which nothing is said is written as {}, which may be any kind of line.
            if case .event(_, EventDraft()) = line { line = .retraction(of: "#1", because: nil) }
            var written: [UInt8] = []
            line.write(to: &written)
            #expect(try JSONLine(written[...]) == line, "seed \(seed)")
            #expect(try DecodedLine(written).agrees(with: line), "seed \(seed)")
            var again: [UInt8] = []
            try JSONLine(written[...]).write(to: &again)
            #expect(again == written, "seed \(seed)")
        }
    }

    @Test func `is appended to what was written before`() {
        var written = Array("before\n".utf8)
        JSONLine.retraction(of: "https://a/b", because: nil).write(to: &written)
        #expect(String(decoding: written, as: UTF8.self) == "before\n{\"retract\":\"https://a/b\"}")
    }

    @Test(arguments: [2, 3, 5, 7] as [UInt64])
    func `however garbled is read or refused`(_ seed: UInt64) throws {
        let lines = try ExampleLines.all()
        var random = SplitMix64(seed: seed)
        for _ in 0..<25_000 {
            let garbled = garble(lines.randomElement(using: &random) ?? [], using: &random)
            do throws(Problems) {
                _ = try JSONLine(garbled[...])
            } catch {
                if error.list.isEmpty { Issue.record("refused without a reason, seed \(seed)") }
            }
        }
    }

    @Test(arguments: [11, 13] as [UInt64])
    func `however garbled is JSON to us when it is to a plain decoder, and says the same`(_ seed: UInt64)
        throws
    {
        let lines = try ExampleLines.all()
        var random = SplitMix64(seed: seed)
        var accepted = 0
        for _ in 0..<2_500 {
            let garbled = garble(lines.randomElement(using: &random) ?? [], using: &random)
            let isJSON = (try? JSONDecoder().decode(DecodedJSON.self, from: Data(garbled))) != nil
            do throws(Problems) {
                let line = try JSONLine(garbled[...])
                accepted += 1
                let agrees = (try? DecodedLine(garbled).agrees(with: line)) == true
                #expect(isJSON && agrees, "seed \(seed): \(String(decoding: garbled, as: UTF8.self))")
            } catch {
                let isJSONToUs = error.list.allSatisfy { $0.topic == "field" }
                // Of a key that stands twice the plain decoder looks at one value only.
                let standsTwice = error.list.contains { $0.message.hasSuffix("stands twice") }
                #expect(
                    isJSON == isJSONToUs || isJSON && standsTwice,
                    "seed \(seed): \(String(decoding: garbled, as: UTF8.self))"
                )
            }
        }
        #expect(accepted > 250)
    }

    private func garble(_ line: [UInt8], using random: inout SplitMix64) -> [UInt8] {
        var line = line
        let marks = Array(#"{}[]":,\u0tfn-.e "#.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<line.count, using: &random)
            let byte = Bool.random(using: &random) ? marks.randomElement(using: &random) : nil
            switch Int.random(in: 0..<5, using: &random) {
            case 0: line.remove(at: place)
            case 1: line.insert(byte ?? UInt8.random(in: 0...255, using: &random), at: place)
            case 2: line.removeSubrange(place...)
            case 3: line.insert(contentsOf: line[place..<min(place + 20, line.count)], at: place)
            default: line[place] = byte ?? UInt8.random(in: 0...255, using: &random)
            }
            if line.isEmpty { return line }
        }
        return line
    }
}
