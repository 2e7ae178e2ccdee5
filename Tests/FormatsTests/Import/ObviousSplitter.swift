/// Splits a file that is held whole, looking ahead and back as it likes: slow, and plain to see through.
struct ObviousSplitter {
    let file: [UInt8]
    let separator: UInt8
    let quoted: Bool
    let longest: Int

    private enum Parsed {
        case record([[UInt8]], end: Int)
        case badQuote(at: Int)
    }

    /// The records of the file, and the lines to mend.
    func split() -> [Split] {
        var found: [Split] = []
        var start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < file.count {
            let cut = min(start + longest, file.count)
            switch parse(from: start, to: cut) {
            case .badQuote(let quote):
                found.append(.failure(line: line(of: quote)))
                start = afterLine(quote)
            case .record(let fields, let end):
                if end == start + longest, file[end - 1] != 0x0A {
                    found.append(.failure(line: line(of: start)))
                    start = afterLine(end)
                    continue
                }
                if fields.contains(where: { !$0.isEmpty }) { found.append(record(fields, start..<end)) }
                start = end
            }
        }
        return found
    }

    private func record(_ fields: [[UInt8]], _ bytes: Range<Int>) -> Split {
        let texts = fields.map { String(validating: $0, as: UTF8.self) }
        guard texts.contains(nil) else {
            return .record(line: line(of: bytes.lowerBound), texts.compactMap(\.self))
        }
        let lines = file[bytes].split(separator: 0x0A, omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        return .failure(line: line(of: bytes.lowerBound) + bad)
    }

    private func parse(from start: Int, to cut: Int) -> Parsed {
        var fields: [[UInt8]] = []
        var place = start
        while true {
            var field: [UInt8] = []
            if quoted, place < cut, file[place] == 0x22 {
                let quote = place
                place += 1
                while place < cut, file[place] != 0x22 || place + 1 < cut && file[place + 1] == 0x22 {
                    field.append(file[place])
                    place += file[place] == 0x22 ? 2 : 1
                }
                guard place < cut else { return .badQuote(at: quote) }
                place += 1
                if place < cut, file[place] == 0x0D, place + 1 == cut || file[place + 1] == 0x0A {
                    place += 1
                }
                guard place == cut || file[place] == separator || file[place] == 0x0A else {
                    return .badQuote(at: quote)
                }
            } else {
                while place < cut, file[place] != separator, file[place] != 0x0A {
                    field.append(file[place])
                    place += 1
                }
                if field.last == 0x0D, place == cut || file[place] == 0x0A { field.removeLast() }
            }
            fields.append(field)
            guard place < cut else { return .record(fields, end: cut) }
            place += 1
            if file[place - 1] == 0x0A { return .record(fields, end: place) }
        }
    }

    private func line(of place: Int) -> Int {
        file[..<place].count { $0 == 0x0A } + 1
    }

    private func afterLine(_ place: Int) -> Int {
        file[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? file.count
    }
}
