import Annals
import EventLog
import Postgres

extension Clocks {
    /// ` (not settled: 2026-12-01 is not over)`, after what was known; empty when it is settled.
    var unsettled: String {
        guard isSettled == false else { return "" }
        return doubt.map { " (not settled: \($0.words))" } ?? " (not settled then)"
    }

    /// The position, and whether it is settled: `#57 (not settled: entries are being recorded)`.
    var spokenKnown: String { "\(known)\(unsettled)" }

    /// Our clock as answers give it, which say that it is not settled where it is not.
    func knownJSON(recordedAt: Timestamp?) -> JSONValue {
        let settled: [(key: String, value: JSONValue)] =
            isSettled == false ? [("settled", .bool(false))] : []
        return .object(
            [
                ("position", .number(Int(known.rawValue))),
                ("recorded_at", .optional(recordedAt?.description)),
            ] + settled
        )
    }

    /// Says on standard error that more may turn out to have been known by then, whatever form the answer has.
    func tell() {
        guard let doubt else { return }
        Console.standard.note(
            "note: as known at \(known), and not settled: \(doubt.words); what is recorded by then can still change the answer"
        )
    }

    /// Refuses what is not settled, for what has to be the same whenever it is made.
    func refuseUnsettled() throws(Failure) {
        guard let doubt else { return }
        let isOver = doubt.reason != .notOver
        throw Failure(
            isOver ? .conflict : .badData,
            Problem(
                "date",
                "\(doubt.words): what is known by then can still change",
                field: "--known",
                help: isOver
                    ? "try again, wait for it with --wait 10s, or give a position"
                    : "give a time that has passed or a position, or leave it out for now"
            )
        )
    }
}
