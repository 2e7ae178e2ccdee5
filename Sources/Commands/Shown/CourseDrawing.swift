import Annals
import EventLog
import Pictures
import Projections

/// Makes the picture of a history from the answers: which days, which lanes, which events.
struct CourseDrawing {
    /// Events that a picture letters at most.
    static let mostEvents = 200
    /// Relationships that the picture of one actor has at most.
    static let mostLanes = 60

    private let question: Question
    private let facet: Facet?
    private let withSuperseded: Bool
    private let log: Log

    init(_ question: Question, facet: Facet?, withSuperseded: Bool, _ log: Log) {
        self.question = question
        self.facet = facet
        self.withSuperseded = withSuperseded
        self.log = log
    }

    /// Draws it, with the last events lettered.
    func picture(mostEvents: Int) throws -> CoursePicture {
        let stream = try question.actors.stream()
        let headings = try Headings(question, log)
        let days = try days(of: stream)
        let (lanes, omittedLanes) = try lanes(of: stream, through: days)
        let (marks, omittedEvents) = try marks(
            of: stream,
            most: min(mostEvents, question.window.limit ?? .max)
        )
        return CoursePicture(
            caption: headings.caption(
                headings.title(stream),
                "how they stood over time",
                at: "as it stood from \(days.lowerBound) to \(days.upperBound)",
                notes: stream.isRelationship
                    ? []
                    : [
                        facet.map { "Of each pair \($0.rawValue) is drawn." }
                            ?? "Of each pair the worst facet is drawn."
                    ]
            ),
            days: days,
            lanes: lanes,
            events: marks,
            omitted: [omittedLanes, omittedEvents].compactMap { $0 }.joined(separator: " ").nilIfEmpty
        )
    }

    /// The days drawn: those asked for, else whole years around everything that begins or ends.
    private func days(of stream: StreamID) throws -> ClosedRange<Day> {
        let clocks = question.clocks
        let span = try History(log).span(of: stream, known: clocks.known) ?? clocks.at...clocks.at
        let first = question.window.first ?? span.lowerBound.startOfYear
        // What holds on is drawn as far as there is anything to tell, but not beyond today for that alone.
        let last = question.window.last ?? max(first, span.upperBound.endOfYear)
        return min(first, last)...last
    }

    private func lanes(of stream: StreamID, through days: ClosedRange<Day>) throws -> (
        [CoursePicture.Lane], omitted: String?
    ) {
        let answers = Answers(log)
        let own = try answers.course(of: stream, through: days, known: question.clocks.known)
        var lanes = own.lanes.filter { facet == nil || $0.lane.facet == facet }.map { CoursePicture.Lane($0) }
        guard !stream.isRelationship else { return (lanes, nil) }
        let bonds = try answers.bonds(known: question.clocks.known, of: stream.actors)
        // Those with most to tell, where not all have room.
        let drawn = bonds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostLanes).map(\.key)
        let others = Set(drawn.flatMap(\.actors)).subtracting(stream.actors)
        let headings = try Headings(question.clocks, naming: others, log)
        let courses = try drawn.map { relationship in
            try answers.standings(
                of: relationship,
                through: days,
                facet: facet,
                known: question.clocks.known
            )
        }
        let named = courses.filter { !$0.stretches.isEmpty }.compactMap { course in
            course.stream.actors.first { $0 != stream.actors[0] }.map {
                (name: headings.name($0), course: course)
            }
        }
        lanes += named.sorted { ($0.name, $0.course.stream) < ($1.name, $1.course.stream) }
            .map { CoursePicture.Lane($0.course, name: $0.name) }
        let omitted = bonds.count - drawn.count
        return (
            lanes,
            omitted > 0 ? "\(omitted) more relationships are not drawn: annals network \(stream.name)." : nil
        )
    }

    private func marks(of stream: StreamID, most: Int) throws -> ([CoursePicture.Mark], omitted: String?) {
        let (known, days) = (question.clocks.known, question.window.days)
        let page = try History(log).lastPage(of: stream, known: known, begun: days, limit: most + 1)
        var shown = page.suffix(most).map { ($0, $0.standing) }
        if withSuperseded {
            let superseded = try History(log).superseded(of: stream, known: known, begun: days, limit: most)
            shown += superseded.map { ($0.logged, $0.by.entry.kind == .retracted ? .retracted : .superseded) }
            shown.sort { one, other in
                guard let one = HistoryPlace(one.0), let other = HistoryPlace(other.0) else { return false }
                return one < other
            }
        }
        let marks = shown.enumerated().compactMap { index, shown in
            CoursePicture.Mark(shown.0, at: index, shown.1, of: stream, log.rulebook)
        }
        return (
            marks,
            page.count > most
                ? "Only the last \(most) events are lettered: give --from, --to or --limit for others." : nil
        )
    }
}

extension CourseDrawing {
    /// Writes each lane as JSON, with its intervals; of one actor those of its relationships too.
    ///
    /// - Returns: whether there is none.
    func writeLanes(to output: OutputFile) throws -> Bool {
        let stream = try question.actors.stream()
        let (answers, known) = (Answers(log), question.clocks.known)
        let days = try days(of: stream)
        let relationships =
            stream.isRelationship ? [] : try answers.bonds(known: known, of: stream.actors).keys.sorted()
        var isEmpty = true
        for stream in [stream] + relationships {
            let course = try answers.course(of: stream, through: days, known: known)
            let lanes = course.lanes.filter { facet == nil || $0.lane.facet == facet }
            try output.write(lines: lanes.map { $0.json(isExact: course.isExact).line })
            isEmpty = isEmpty && lanes.isEmpty
        }
        return isEmpty
    }
}

extension Course.Lane {
    fileprivate func json(isExact: Bool) -> JSONValue {
        .of(
            lane.membersWithRelationship,
            and: [
                "exact": .bool(isExact),
                "intervals": .array(
                    stretches.map { stretch in
                        [
                            "first": .string(stretch.days.lowerBound.description),
                            "last": .string(stretch.days.upperBound.description),
                            "state": stretch.state.json,
                        ]
                    }
                ),
            ]
        )
    }
}

extension LoggedEntry {
    fileprivate var standing: CoursePicture.Mark.Standing {
        entry.kind == .corrected || entry.kind == .retracted ? .corrected : .asRecorded
    }
}

extension Day {
    /// The first day of its year.
    fileprivate var startOfYear: Day { components.flatMap { Day(year: $0.year, month: 1, day: 1) } ?? self }

    /// The last day of its year.
    fileprivate var endOfYear: Day { components.flatMap { Day(year: $0.year, month: 12, day: 31) } ?? self }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
