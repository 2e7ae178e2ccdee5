import Annals
import EventLog
import Glibc
import Postgres
import Support

/// Those who read the log while it is written: by looking again and again, when they are told, and into a copy
/// that is kept with the place reached.
///
/// Each goes on through lost connections until it is told to end, and then reads to the end of the log.
struct Followers: Sendable {
    let arena: Arena
    /// Whether the log has ended.
    let isOver: @Sendable () -> Bool

    /// Reads on by position, whoever tells it something or not.
    func poll() throws -> Reading {
        var reading = Reading()
        try persevering { connection in
            while try reading.readOn(connection) {}
        }
        return reading
    }

    /// Reads when it hears of a new end of the log, and finds it reaching that far.
    ///
    /// Between two times of listening it hears nothing, and misses nothing.
    func listen() throws -> (reading: Reading, heard: Int, flaws: [String]) {
        var reading = Reading()
        var (heard, flaws): (Int, [String]) = (0, [])
        try persevering { connection in
            let heads = try Self.heads(toldAt: arena.cluster.connectionString(database: "annals"))
            heard += heads.count
            while try reading.readOn(connection) {}
            if let last = heads.max(), last > reading.position {
                flaws.append("told of #\(last), it read no further than #\(reading.position)")
            }
            if heads != heads.sorted() { flaws.append("told of an end before the last: \(heads)") }
        }
        return (reading, heard, flaws)
    }

    /// Copies the log a page at a time, and crashes after some pages before it has noted that it has them.
    ///
    /// Applied again, a page changes nothing.
    func copy(seed: UInt64) throws -> Int {
        var random = SplitMix64(seed: seed &* 1_000 &+ 950)
        var crashes = 0
        try persevering { connection in
            while true {
                let copied = try connection.execute(
                    """
                    insert into hammer.copy (position, event_id, revision)
                    select position, event_id, revision from annals.log
                     where position > (select position from hammer.reached) order by position limit 500
                        on conflict (position) do update
                       set differs = (copy.event_id, copy.revision) <> (excluded.event_id, excluded.revision)
                    """
                )
                if copied > 0, Int.random(in: 0..<8, using: &random) == 0, !isOver() {
                    crashes += 1
                    throw PostgresError.connection("a crash of the follower")
                }
                let noted = try connection.execute(
                    """
                    update hammer.reached set position = last
                      from (select coalesce(max(position), 0) as last from hammer.copy) c where position < last
                    """
                )
                guard noted > 0 else { return }
            }
        }
        return crashes
    }

    /// Where the copy is kept.
    static let copySchema = """
        create schema hammer;
        create table hammer.copy (position bigint primary key, event_id uuid not null, revision integer not null,
                                  differs boolean not null default false);
        create table hammer.reached (position bigint not null);
        insert into hammer.reached values (0);
        """

    /// Does something again and again, with a new connection when one was lost, and once more after the end.
    private func persevering(_ body: (Connection) throws -> Void) throws {
        var connection: Connection?
        var pause = Pause()
        while true {
            let isLast = isOver()
            let isNew = connection == nil
            do {
                let open = try connection ?? arena.connect()
                connection = open
                try body(open)
                if isLast { return }
                pause = Pause()
                usleep(50_000)
            } catch let error as PostgresError where error.isConnectionLost && !(isLast && isNew) {
                // One that could not even be made is tried again later and later.
                if !isNew { pause = Pause() }
                connection = nil
                pause.next()
            }
        }
    }

    /// The ends of the log that `psql` is told of in a moment of listening.
    private static func heads(toldAt connectionString: String) throws -> [Int64] {
        let input = try ProgramRun.namelessFile()
        defer { close(input) }
        // It tells what it heard after each.
        let commands = ["listen annals"] + Array(repeating: "select pg_sleep(0.3)", count: 5) + ["select 1"]
        let psql = try ProgramRun(
            "/usr/bin/env",
            ["psql", "-X", "-d", connectionString] + commands.flatMap { ["-c", $0] },
            environment: TemporaryDirectory.processEnvironment,
            directory: "/",
            input: input
        )
        return try psql.end().output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: "\"", omittingEmptySubsequences: false)
            guard words.count > 3, words[0] == "Asynchronous notification " else { return nil }
            return Int64(words[3])
        }
    }
}
