import Annals
import EventLog
import Postgres
import Support
import Testing

@testable import Projections

@Suite struct `annals.event` {
    @Test(arguments: [51, 52] as [UInt64])
    func `has every event that stands as its last entry says it, once`(_ seed: UInt64) throws {
        let record = try RandomRecord(seed: seed, relationships: 12, entriesEach: 10)
        let log = try TestDatabase().openLog()
        try record.chronicle.write(to: log, inBatchesOf: 50)

        let expected = Set(record.chronicle.entries.map(\.entry.event)).compactMap { id -> Shown? in
            guard let event = record.chronicle.content(of: id)?.event else { return nil }
            let last = record.chronicle.entries.lastIndex { $0.entry.event == id }
            let kinds = record.chronicle.entries.map(\.entry).filter { $0.event == id }.map(\.kind)
            return Shown(
                event,
                id: id,
                position: Int64((last ?? 0) + 1),
                isCorrected: kinds.contains(.corrected)
            )
        }
        let found = try log.connection.query("select * from annals.event") { row throws(PostgresError) in
            try Shown(row)
        }
        #expect(found.count == expected.count, "seed \(seed)")
        #expect(Set(found) == Set(expected), "seed \(seed)")
    }

    @Test func `has nothing that is accepted and not yet known`() throws {
        let database = try TestDatabase()
        let log = try database.openLog()
        var chronicle = Chronicle()
        let event = try chronicle.record(.event(on: "2020", ["a"], ["b"], title: "As it was"))
        try chronicle.write(to: log)
        try chronicle.correct(event, to: .event(on: "2020", ["a"], ["b"], title: "As it will be"))
        try chronicle.record(.event(on: "2021", ["a"], ["b"]))
        _ = try log.append(Array(chronicle.entries.dropFirst()))
        func titles() throws -> [String] {
            try log.connection.query("select title || ' ' || corrected from annals.event") {
                row throws(PostgresError) in try row[0]
            }
        }
        #expect(try titles() == ["As it was false"])
    }

    @Test func `has a quad class and a score for every type and mode of the program`() throws {
        let rows = try TestDatabase().connect().query(
            "select type, mode, quad_class, score from annals.event_types()"
        ) { row throws(PostgresError) in
            Coded(
                type: try row["type"],
                mode: try row["mode"],
                quadClass: Int(try row["quad_class", as: Int16.self]),
                tenths: Int((try row["score", as: Double.self] * 10).rounded())
            )
        }
        let expected = EventType.allCases.flatMap { type in
            ([nil] + type.modes.keys.map(Optional.some)).map { mode in
                Coded(
                    type: type.rawValue,
                    mode: mode,
                    quadClass: type.quadClass.rawValue,
                    tenths: type.scoreInTenths(mode: mode)
                )
            }
        }
        #expect(rows.count == expected.count)
        #expect(Set(rows) == Set(expected))
    }

    private struct Coded: Hashable {
        let type: String
        let mode: String?
        let quadClass, tenths: Int
    }
}

/// What the view shows of an event.
private struct Shown: Hashable {
    let id: EventID
    let position: Int64
    let occurred: String
    let since, until: ClosedRange<Day>
    let actors, recipients: [String]
    let type: String?
    let quadClass: Int?
    let title, modality, grade: String
    let isCorrected: Bool
    let streams: [String]

    init(_ event: Event, id: EventID, position: Int64, isCorrected: Bool) {
        let bounds = event.occurred.bounds
        self.id = id
        self.position = position
        occurred = event.occurred.text
        since = bounds.beginEarliest...bounds.beginLatest
        until = bounds.endEarliest.advanced(by: -1)...bounds.endLatest.advanced(by: -1)
        actors = event.actors.map(\.slug)
        recipients = event.recipients.map(\.slug)
        type = event.type?.rawValue
        quadClass = event.type?.quadClass.rawValue
        title = event.title
        modality = event.modality.rawValue
        grade = event.grade.code
        self.isCorrected = isCorrected
        streams = Derivation.of(.event(event), replacing: nil, rulebook: .one).streams.map(\.name)
    }

    init(_ row: Row) throws(PostgresError) {
        id = try row["event_id"]
        position = try row["position"]
        occurred = try row["occurred"]
        since = try row["since_earliest", as: Day.self]...row["since_latest", as: Day.self]
        until = try row["until_earliest", as: Day.self]...row["until_latest", as: Day.self]
        actors = try row["actors"]
        recipients = try row["recipients"]
        type = try row["type"]
        quadClass = try row["quad_class", as: Int16?.self].map(Int.init)
        title = try row["title"]
        modality = try row["modality"]
        grade = try row["grade"]
        isCorrected = try row["corrected"]
        streams = try row["streams"]
    }
}
