import Glibc
import Postgres
import Support

/// A plain writer who means harm, among the others: sends hostile entries, stays in transactions, goes in the middle of
/// them, and breaks off sequencing.
///
/// It takes back whatever is accepted of it: what the log holds in the end is that of the honest.
struct Intruder {
    private let arena: Arena
    private var entries: HostileEntries
    private var random: SplitMix64
    /// How often it did something that it was not kept from.
    private(set) var deeds = 0

    init(_ arena: Arena, seed: UInt64) {
        self.arena = arena
        entries = HostileEntries(seed: seed)
        random = SplitMix64(seed: seed)
    }

    /// The role it comes as.
    static let role = "create role intruder; grant annals_writer to intruder"

    /// Does harm until it is told to stop; while the server is down it waits.
    mutating func intrude(until isOver: () -> Bool) {
        while !isOver() {
            do {
                let connection = try arena.connect()
                try connection.execute("set session authorization intruder")
                for _ in 0..<20 where !isOver() { try harm(connection) }
            } catch {
                usleep(100_000)
            }
        }
    }

    private mutating func harm(_ connection: Connection) throws {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            // In the middle of its work, or not: it goes on where it is.
            try connection.execute(
                "set statement_timeout = \(raw: "\(Int.random(in: 1...30, using: &random))")"
            )
            _ = try? connection.execute("select annals.sequence()")
            try connection.execute("set statement_timeout = 0")
        case 1:
            _ = try? connection.execute("select annals.project('{1}', array[gen_random_uuid()], '{1}', '{}')")
        default:
            try connection.execute("begin")
            let entry = entries.next()
            let isAccepted = (try? connection.execute(HostileEntries.append(entry))) != nil
            usleep(.random(in: 0...50_000, using: &random))
            // Else it is gone without a word.
            if Bool.random(using: &random) { try connection.execute("rollback") } else { throw Gone() }
            if isAccepted { deeds += 1 }
        }
        usleep(10_000)
    }

    private struct Gone: Error {}
}
