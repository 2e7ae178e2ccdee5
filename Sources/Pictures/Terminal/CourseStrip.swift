package import Annals

/// Lanes over time as rows of signs for a terminal, a column for so many days.
///
/// A column shows what held longest in it. Height is the level; what is not certain is broken by `≈`, what is unknown
/// is `·`.
package struct CourseStrip {
    /// The days of each column.
    let columns: [ClosedRange<Day>]
    let marks: LevelMark

    /// Divides some days among so many columns, fewer when there are fewer days.
    package init(_ days: ClosedRange<Day>, columns count: Int, marks: LevelMark) {
        let length = Int(days.upperBound.rawValue) - Int(days.lowerBound.rawValue) + 1
        let count = max(1, min(count, length))
        columns = (0..<count).map { column in
            let first = days.lowerBound.advanced(by: column * length / count)
            let next = days.lowerBound.advanced(by: (column + 1) * length / count)
            return first...next.advanced(by: -1)
        }
        self.marks = marks
    }

    /// How many columns there are.
    package var width: Int { columns.count }

    /// A lane.
    package func lane(_ lane: CoursePicture.Lane) -> String {
        var drawn: [Sign] = []
        var rest = lane.intervals[...]
        for days in columns {
            while let first = rest.first, first.days.upperBound < days.lowerBound { rest = rest.dropFirst() }
            drawn.append(sign(in: days, of: rest.prefix { $0.days.lowerBound <= days.upperBound }))
        }
        var text = ""
        for run in Self.runs(drawn) {
            text += run.map { self.text(of: drawn[$0], at: $0 - run.lowerBound, isAlone: run.count == 1) }
                .joined()
        }
        return text
    }

    /// What a column shows.
    private enum Sign: Hashable {
        case unknown
        case value(ShownValue, isCertain: Bool)
    }

    private func sign(in days: ClosedRange<Day>, of intervals: ArraySlice<CoursePicture.Interval>) -> Sign {
        var held: [(sign: Sign, days: Int)] = []
        var known = 0
        for interval in intervals {
            let shared = interval.days.clamped(to: days).length
            known += shared
            let sign =
                interval.claim.drawn.map { Sign.value($0, isCertain: interval.claim.certainty != .possible) }
                ?? .unknown
            if let index = held.firstIndex(where: { $0.sign == sign }) {
                held[index].days += shared
            } else {
                held.append((sign, shared))
            }
        }
        // Of two that held as long, the later one.
        let longest = held.reversed().max { $0.days < $1.days }
        return longest.map { $0.days >= days.length - known ? $0.sign : .unknown } ?? .unknown
    }

    /// Columns next to each other that show the same.
    private static func runs(_ drawn: [Sign]) -> [Range<Int>] {
        drawn.indices.reduce(into: []) { runs, column in
            if let last = runs.last, drawn[last.lowerBound] == drawn[column] {
                runs[runs.count - 1] = last.lowerBound..<column + 1
            } else {
                runs.append(column..<column + 1)
            }
        }
    }

    /// A sign in its run; what is not certain is broken at every other column, or at the only one.
    private func text(of sign: Sign, at column: Int, isAlone: Bool) -> String {
        switch sign {
        case .unknown: return marks.unknownMark
        case .value(let value, let isCertain):
            guard isCertain || column.isMultiple(of: 2) && !isAlone else {
                return marks.possibleMark(value.level)
            }
            if let level = value.level { return marks.mark(level) }
            // Without better or worse, the first letter says which value begins.
            return column == 0 ? String(value.word.prefix(1)) : marks.ascii ? "=" : "━"
        }
    }
}

extension CourseStrip {
    /// The beginnings of years, months or days above the lanes, as finely as there is room for.
    package var scale: String {
        let days = columns[0].lowerBound...columns[width - 1].upperBound
        // Of two thousand years nobody wants every day.
        let scale = Double(width) / Double(days.length)
        for division in Division.all where division.days * scale > Double(division.sample.count) {
            let starts = division.starts(within: days)
            let labels = starts.compactMap { start in
                column(of: start.day).map { ($0, start.label) }
            }.filter { $0.0 + $0.1.count <= width }
            let isRoomy = zip(labels, labels.dropFirst()).allSatisfy { $0.0 + $0.1.count + 1 <= $1.0 }
            guard labels.count > 1 || division.days >= 365, isRoomy, !labels.isEmpty else { continue }
            return line(labels)
        }
        return line([(0, columns[0].lowerBound.description)])
    }

    /// The letters of the events below the lanes, in as many rows as they need but no more than a few.
    ///
    /// A letter stands where its event begins; where that is not known to the column, in the middle of a dashed line
    /// through the days it may have begun on.
    package func rail(_ events: [CoursePicture.Mark], mostRows: Int = 6) -> [String] {
        var rows: [[(Int, String)]] = []
        var ends: [Int] = []
        for event in events {
            guard let span = span(of: event.begin) else { continue }
            let text = text(of: event, over: span)
            let start = min(span.lowerBound, max(0, width - text.count))
            if let row = ends.firstIndex(where: { $0 < start }) {
                rows[row].append((start, text))
                ends[row] = start + text.count
            } else if rows.count < mostRows {
                rows.append([(start, text)])
                ends.append(start + text.count)
            }
        }
        return rows.map(line)
    }

    private func text(of event: CoursePicture.Mark, over span: ClosedRange<Int>) -> String {
        let room = span.count - event.letter.count
        guard room > 0 else { return event.letter }
        let dash = marks.ascii ? "-" : "╌"
        let before = room / 2
        return String(repeating: dash, count: before) + event.letter
            + String(repeating: dash, count: room - before)
    }

    /// The columns some days lie in; nil when they lie outside, or when nobody says where.
    private func span(of days: ClosedRange<Day>) -> ClosedRange<Int>? {
        guard days.lowerBound.isFinite || days.upperBound.isFinite else { return nil }
        let all = columns[0].lowerBound...columns[width - 1].upperBound
        guard days.overlaps(all) else { return nil }
        let shown = days.clamped(to: all)
        guard let first = column(of: shown.lowerBound), let last = column(of: shown.upperBound) else {
            return nil
        }
        return first...last
    }

    private func column(of day: Day) -> Int? {
        columns.firstIndex { $0.contains(day) }
    }

    /// Texts at their columns.
    private func line(_ texts: [(Int, String)]) -> String {
        var line = ""
        var used = 0
        for (column, text) in texts where column >= used {
            line += String(repeating: " ", count: column - used) + text
            used = column + text.count
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}

extension ClosedRange<Day> {
    /// How many days it has.
    fileprivate var length: Int { Int(upperBound.rawValue) - Int(lowerBound.rawValue) + 1 }
}
