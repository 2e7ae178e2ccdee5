import Annals
import Postgres

/// What is wrong with a log, compared with what its writers were told and its followers saw.
struct Findings {
    private(set) var flaws: [String] = []

    /// The log as it is in the end.
    let log: Reading

    init(_ connection: Connection) throws {
        var reading = Reading()
        while try reading.readOn(connection) {}
        log = reading
        add(reading.flaws, of: "the log")
        let waiting = try connection.query(
            "select event_id, revision from annals.outbox"
        ) { row throws(PostgresError) in
            LogKey(event: try row["event_id"], revision: try row["revision"])
        }
        add(waiting.map { "\($0) is still waiting for its position" }, of: "the outbox")
        let mistaken = try connection.query(
            """
            select event_id, revision from annals.entry
             where actor is null and kind <> 'retracted' and position(event_id::text in title) = 0
            """
        ) { row throws(PostgresError) in
            LogKey(event: try row["event_id"], revision: try row["revision"])
        }
        add(mistaken.map { "\($0) does not say what was sent" }, of: "an entry")
    }

    /// Adds what somebody found, in words that do not fill a screen.
    mutating func add(_ found: [String], of whom: String) {
        flaws += found.prefix(5).map { "\(whom): \($0)" }
        if found.count > 5 { flaws.append("\(whom): and \(found.count - 5) more") }
    }

    /// Compares with what was acknowledged: all of it is there, once, where it was said to be, and nothing else.
    mutating func compare(with ledger: Ledger, otherEntries: Int = Script.actors.count) {
        add(ledger.flaws, of: "an acknowledgement")
        var missing = ledger.positions
        var (moved, strange): ([String], [String]) = ([], [])
        for (index, key) in log.entries.enumerated() {
            let position = Int64(index + 1)
            switch missing.removeValue(forKey: key) {
            case 0, position: break
            case let told?: moved.append("\(key) was said to be at #\(told) and is at #\(position)")
            case nil: strange.append("\(key) at #\(position) was acknowledged to nobody")
            }
        }
        add(missing.keys.map { "\($0), which was acknowledged, is not in it" }, of: "the log")
        add(moved, of: "the log")
        if strange.count != otherEntries { add(strange, of: "the log, twice or unasked") }
    }

    /// Compares with what a follower saw.
    mutating func compare(with reading: Reading, of whom: String) {
        add(reading.flaws, of: whom)
        guard reading.entries != log.entries else { return }
        let same = zip(reading.entries, log.entries).prefix { $0 == $1 }.count
        add(
            ["it saw \(reading.entries.count) of \(log.entries.count) entries, equal up to #\(same)"],
            of: whom
        )
    }

    /// Compares with the copy a follower kept.
    mutating func compareWithCopy(_ connection: Connection) throws {
        let different = try connection.query(
            """
            select coalesce(c.position, l.position) as position
              from hammer.copy c full join annals.log l using (position)
             where differs is not false or (c.event_id, c.revision) is distinct from (l.event_id, l.revision)
            """
        ) { row throws(PostgresError) in try row["position", as: Int64.self] }
        add(different.map { "#\($0) is another" }, of: "the copying follower")
    }
}
