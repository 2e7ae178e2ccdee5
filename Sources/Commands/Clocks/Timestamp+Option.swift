import Annals
import Postgres

extension Timestamp {
    private static let microsecondsADay: Int64 = 86_400 * 1_000_000

    /// A time, or the end of a day, month or year, as an option takes it.
    static func last(of written: String, from option: String) throws(Failure) -> Timestamp {
        if let time = try time(written, option) { return time }
        guard let day = try EDTF(written, from: option).lastDay, day.isFinite else {
            throw none(written, "has no end to know at", option)
        }
        // The end of a day is the last microsecond before the next.
        return Timestamp(rawValue: (Int64(day.rawValue) + 1) * microsecondsADay - 1)
    }

    /// A time, or the begin of a day, month or year, as an option takes it.
    static func first(of written: String, from option: String) throws(Failure) -> Timestamp {
        if let time = try time(written, option) { return time }
        let day = try EDTF(written, from: option).bounds.beginEarliest
        guard day.isFinite else { throw none(written, "has no begin", option) }
        return Timestamp(rawValue: Int64(day.rawValue) * microsecondsADay)
    }

    private static func time(_ written: String, _ option: String) throws(Failure) -> Timestamp? {
        guard written.contains("T") else { return nil }
        if let time = Timestamp(written) { return time }
        throw Failure(
            .badData,
            Problem(
                "date",
                "\(written) is not a time",
                field: option,
                help: "write it in UTC, as in 2026-11-22T10:00:00Z"
            )
        )
    }

    private static func none(_ written: String, _ what: String, _ option: String) -> Failure {
        Failure(
            .badData,
            Problem(
                "date",
                "\(written) \(what)",
                field: option,
                help: "give a day, a time or a position"
            )
        )
    }
}

extension EDTF {
    /// Reads a date as an option takes it.
    init(_ written: String, from option: String) throws(Failure) {
        do {
            self = try EDTF(written)
        } catch {
            throw Failure(.badData, Problem(date: error, field: option, written: written))
        }
    }
}
