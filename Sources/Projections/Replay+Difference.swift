package import Annals
import EventLog
import Postgres

extension Replay {
    /// A row of a projection that is not as the log says.
    package struct Difference: Sendable {
        /// Who has the row.
        package enum Side: String, Sendable {
            /// Only the live table: the log does not say it.
            case live
            /// Only the replay: the live table lacks it.
            case replayed
            /// Both, with other values.
            case both
        }

        /// A column, and what it holds on each side, as text.
        package struct Column: Sendable {
            package let name: String
            package let live: String?
            package let replayed: String?
        }

        package let side: Side
        /// The relationship or actor it is about.
        package let stream: String
        /// The event it rests on; nil for a row that rests on many.
        package let event: String?
        /// Which of the event's entries.
        package let revision: Int?
        /// The place of that entry; nil as well when the log has no such entry.
        package let position: Position?
        /// The columns that differ; all of them for a row that stands on one side only.
        package let columns: [Column]

        init(_ row: Row) throws(PostgresError) {
            side =
                switch (try row["stands_live", as: Bool.self], try row["stands_replayed", as: Bool.self]) {
                case (true, false): .live
                case (false, _): .replayed
                case (true, true): .both
                }
            stream = try row["stream"]
            event = try row["event"]
            revision = try row["revision", as: Int32?.self].map(Int.init)
            position = try row["position"]
            let live: [String?] = try row["live"]
            let replayed: [String?] = try row["replayed"]
            columns = zip(try row["columns", as: [String].self], zip(live, replayed)).map {
                Column(name: $0, live: $1.0, replayed: $1.1)
            }
        }
    }
}
