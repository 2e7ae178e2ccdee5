import Glibc
import Postgres
import Support
import Synchronization
import Testing

/// A replica that takes over while others write and somebody watches.
struct PromotionTests {
    /// Writes events with ids of their own, each until it is acknowledged.
    private static func write(_ count: Int, as writer: Int, _ user: User, _ acknowledged: Tally) throws {
        for number in 1...count {
            let id = "00000000-0000-4000-8000-0000000\(writer)\(1000 + number)"
            let line =
                #"{"id":"\#(id)","on":"2021","actors":["china"],"recipients":["qatar"],"title":"event \#(writer).\#(number)"}"#
            try waitUntil {
                let outcome = try user.annals("append", input: line)
                try #require([0, 69, 75].contains(outcome.status), "\(outcome.errors)")
                return outcome.status == 0
            }
            acknowledged.add(id)
        }
    }

    @Test
    func `has everything that was acknowledged, and a watch of it tells every position once`() throws {
        try withOperator { operation in
            try operation.makePair()
            try operation.ask("alter system set synchronous_standby_names = '*'", on: "one")
            try operation.ask("select pg_reload_conf()", on: "one")
            let (one, two) = (operation.directory + "/one", operation.directory + "/two")
            let anywhere = "host=\(one),\(two) user=annals dbname=annals target_session_attrs=read-write"
            let writer = User(adding: ["ANNALS_DB": anywhere])

            let file = try ProgramRun.namelessFile()
            defer { close(file) }
            let watch = try operation.user(on: "two").start(["watch", "--since", "#160"], input: file)
            defer { watch.signal(SIGKILL) }
            try waitUntil { watch.outputSoFar.contains("#162") }

            let acknowledged = Tally()
            let writers = (1...3).map { number in
                Background { try Self.write(12, as: number, writer, acknowledged) }
            }
            try waitUntil { acknowledged.ids.count >= 9 }
            try operation.run("pg_ctl stop --pgdata=one/data --mode=immediate --silent")
            try operation.run("pg_ctl promote --pgdata=two/data --silent")
            for writer in writers { try writer.value() }

            let after = operation.user(on: "two")
            let log = try after.annals("log", "--since", "#160")
            #expect(try after.logEnd() == 162 + 36)
            let events = try after.annals("log", "--since", "#162", "--json").jsonLines.map {
                $0["event"].string
            }
            #expect(Set(events.compactMap { $0 }) == Set(acknowledged.ids))
            #expect(try after.annals("status", "--json").json["replica"] == nil)
            let verified = try after.annals("verify")
            #expect(verified.status == 0, "\(verified.output)\(verified.errors)")

            try waitUntil { watch.outputSoFar.utf8.count >= log.output.utf8.count }
            watch.signal(SIGINT)
            let told = try watch.wait()
            #expect(told.output == log.output)
            #expect(told.errors.hasSuffix("Resume with: annals watch --since '#198'\n"))
        }
    }
}

/// The ids that were acknowledged, by several writers at once.
private final class Tally: Sendable {
    private let all = Mutex<[String]>([])

    var ids: [String] { all.withLock { $0 } }

    func add(_ id: String) { all.withLock { $0.append(id) } }
}
