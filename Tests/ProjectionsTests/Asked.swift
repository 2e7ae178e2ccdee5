import Annals
import EventLog
import FoundationEssentials
import Postgres

/// A question of `annals.state_at`.
struct Question: Hashable {
    let stream: StreamID
    let asOf: AsOf
}

extension Log {
    /// What `annals.state_at` answers many questions, in few round trips.
    func answers(to questions: [Question]) throws -> [Question: [LaneID: Told]] {
        var answers: [Question: [LaneID: Told]] = [:]
        for start in stride(from: 0, to: questions.count, by: 5000) {
            let page = Array(questions[start..<min(start + 5000, questions.count)])
            let lanes = try connection.query(
                """
                select q.number, s.*
                  from unnest(\(page.map(\.stream.name)), \(page.map { PostgresDate(rawValue: $0.asOf.at.rawValue) }),
                              \(page.map(\.asOf.known.rawValue)))
                       with ordinality as q (stream, day, known, number),
                       lateral annals.state_at(q.stream, q.day, q.known) as s
                """
            ) { row in
                let question = page[Int(try row["number", as: Int64.self]) - 1]
                return (question, try Told(row, of: question.stream))
            }
            for (question, lane) in lanes { answers[question, default: [:]][lane.lane] = lane }
        }
        return answers
    }
}

extension Told {
    /// A row of `annals.state_at`, as somebody with only psql reads it.
    fileprivate init(_ row: Row, of stream: StreamID) throws {
        guard let facet = Facet(rawValue: try row["facet"]) else {
            throw PostgresError.decoding(column: "facet", reason: "is not in the rulebook")
        }
        lane = LaneID(
            stream: stream,
            facet: facet,
            key: try row["key"],
            from: ActorID(try row["from_actor", as: String.self]),
            to: ActorID(try row["to_actor", as: String.self]),
            claimant: try row["claimant"]
        )
        certainty = try row["certainty"]
        value = try row["value", as: String?.self].map { try Claim($0, row) }
        until = try row["until_edtf", as: String?.self].map {
            Span(edtf: $0, earliest: try row["until_earliest"], latest: try row["until_latest"])
        }
        let json: String = try row["alternatives"]
        alternatives = try JSONDecoder().decode([Alternative].self, from: Data(json.utf8)).map {
            try $0.claim()
        }
    }
}

extension Told.Claim {
    fileprivate init(_ value: String, _ row: Row) throws {
        self.init(
            value: value,
            level: try row["level", as: Int16?.self].map(Int.init),
            modality: try row["modality"],
            since: Told.Span(
                edtf: try row["since_edtf"],
                earliest: try row["since_earliest"],
                latest: try row["since_latest"]
            ),
            grade: try row["grade"],
            position: try row["position"],
            event: try row["event_id"],
            title: try row["title"]
        )
    }
}

/// An alternative as `annals.state_at` writes it.
private struct Alternative: Decodable {
    struct Since: Decodable { let edtf, earliest, latest: String }
    struct Unreadable: Error { let text: String }

    let value, modality, grade, event, title: String
    let level: Int?
    let position: Int64
    let since: Since

    func claim() throws -> Told.Claim {
        guard let id = EventID(event) else { throw Unreadable(text: event) }
        return Told.Claim(
            value: value,
            level: level,
            modality: modality,
            since: Told.Span(
                edtf: since.edtf,
                earliest: try day(since.earliest),
                latest: try day(since.latest)
            ),
            grade: grade,
            position: Position(rawValue: position),
            event: id,
            title: title
        )
    }

    private func day(_ text: String) throws -> Day {
        switch text {
        case "infinity": return .distantFuture
        case "-infinity": return .distantPast
        default:
            guard let day = Day(text) else { throw Unreadable(text: text) }
            return day
        }
    }
}
