import Annals
import EventLog
import Glibc
import Postgres
import Support
import Testing

/// A database where a test decides how far writers come, and which sequencer follows them.
final class Stage {
    private let database: TestDatabase
    private let client: Client
    private let ledger = Ledger()
    /// Holds the writers.
    private let director: Connection
    private var written: UInt64 = 0

    /// - Parameter broken: takes the place of the sequencer; nil leaves the real one.
    init(_ broken: BrokenSequencer?) throws {
        database = try TestDatabase()
        client = Client(["ANNALS_DB": database.connectionString])
        director = try database.connect()
        try Writer.introduceActors(client)
        try broken?.install(director)
        try BrokenSequencer.installHolds(director)
        for name in ["before its number", "after its number"] {
            try director.execute("select pg_advisory_lock(hashtext(\(name)))")
        }
    }

    /// Starts a program that writes events, each with a lower id than the one before.
    func write(_ titles: String..., between one: String, _ other: String) throws -> Background<Void> {
        let lines = titles.map { title in
            written += 1
            let id = EventID(high: 0x4000, low: 0x8000_0000_0000_1000 - written)
            let json = """
                {"id":"\(id)","on":"2020","actors":["\(one)"],"recipients":["\(other)"],"title":"\(title) \(id)"}
                """
            return Script.Line(json: json, key: LogKey(event: id, revision: 1))
        }
        let (client, ledger) = (client, ledger)
        return Background {
            let input = lines.map { $0.json + "\n" }.joined()
            let end = try client.annals(["append", "--file", "-", "--json"], input: input)
            if end.status == Writer.conflict, end.errors.contains("problems/accepted") {
                for line in lines {
                    ledger.note(line.key, at: nil)
                    ledger.note(flaw: "\(line.key) was acknowledged without a position")
                }
                return
            }
            guard end.status == 0 else { throw Writer.Refusal(status: end.status, errors: end.errors) }
            _ = try Acknowledgement(end.output).note(of: lines, in: ledger)
        }
    }

    /// Waits until so many writers are held, of whom this is one.
    func waitUntilHeld(_ writer: Background<Void>, of count: Int64 = 1) throws {
        let held: Query = """
            select count(*) as held from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'
            """
        while try director.first(held, { row in try row["held", as: Int64.self] }) != count {
            try #require(!writer.isOver, "the writer was to be held")
            usleep(1_000)
        }
    }

    /// Lets those go on that are held at a place.
    func release(_ name: String) throws {
        try director.execute("select pg_advisory_unlock(hashtext(\(name)))")
    }

    /// What the hammer finds in the end.
    func findings() throws -> [String] {
        var findings = try Findings(director)
        findings.compare(with: ledger)
        return findings.flaws
    }
}
