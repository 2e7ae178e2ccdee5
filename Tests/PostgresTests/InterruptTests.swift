import Glibc
import Postgres
import Support
import Testing

/// Each in a process of its own, because a signal is for the whole process.
@Suite struct `An interrupt` {
    @Test(arguments: [SIGINT, SIGTERM])
    func `cancels the statement in flight`(_ number: Int32) async {
        await #expect(processExitsWith: .success) { [number] in
            Interrupt.install()
            let connection = try Server.connect()
            #expect(!Interrupt.isRaised)
            interrupt(by: number, whenAsleep: try backend(of: connection))
            let error = #expect(throws: PostgresError.self) { try connection.execute("select pg_sleep(600)") }
            #expect(error?.state == .queryCanceled)
            #expect(error?.isCancellation == true)
            #expect(error?.isConnectionLost == false)
            #expect(Interrupt.isRaised)
        }
    }

    @Test func `cancels a statement whose rows are being handed out`() async {
        await #expect(processExitsWith: .success) {
            Interrupt.install()
            let connection = try Server.connect()
            let error = #expect(throws: PostgresError.self) {
                try connection.forEach("select n, pg_sleep(n / 10000 * 600) from generate_series(1, 10000) n")
                { _ in
                    if !Interrupt.isRaised { interrupt() }
                }
            }
            #expect(error?.state == .queryCanceled)
        }
    }

    @Test func `hands out no row after it, however many the server has sent`() async {
        await #expect(processExitsWith: .success) {
            Interrupt.install()
            let connection = try Server.connect()
            var later = 0
            #expect(throws: PostgresError.self) {
                try connection.forEach("select n from generate_series(1, 100000) n") { _ in
                    if Interrupt.isRaised { later += 1 } else { interrupt() }
                }
            }
            #expect(later == 0)
        }
    }

    @Test func `ends the wait for a server that does not answer`() async {
        await #expect(processExitsWith: .success) {
            Interrupt.install()
            let proxy = try Proxy(to: "/nowhere") { _ in .silence }
            defer { proxy.remove() }
            let interrupting = Background {
                while proxy.traffic.isEmpty { usleep(1000) }
                kill(getpid(), SIGINT)
            }
            defer { withExtendedLifetime(interrupting) {} }
            let error = #expect(throws: PostgresError.self) {
                try Connection(ConnectionParameters("host=\(proxy.directory)", applicationName: "tests"))
            }
            #expect(error == .interrupted)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `ends a program that loses nothing by it, wherever it is`(_ number: Int32) async {
        await #expect(processExitsWith: .exitCode(7)) { [number] in
            Interrupt.install()
            Interrupt.endPromptly(saying: "", status: 7)
            kill(getpid(), number)
            while true { pause() }
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGPIPE])
    func `removes what is under way before it ends the program`(_ number: Int32) async {
        await #expect(processExitsWith: .exitCode(8)) { [number] in
            Interrupt.install { _exit(8) }
            if number != SIGPIPE { interrupt() }
            kill(getpid(), number)
            while true { pause() }
        }
    }

    @Test func `of a terminal that closes is nothing to who was told to ignore it`() async {
        await #expect(processExitsWith: .success) {
            signal(SIGHUP, SIG_IGN)
            Interrupt.install()
            kill(getpid(), SIGHUP)
            // Signals of one process come in the order of their numbers.
            interrupt()
            #expect(Interrupt.isRaised)
        }
    }

    @Test func `writes nothing half`() async {
        await #expect(processExitsWith: .success) {
            Interrupt.install()
            let connection = try Server.connect()
            try connection.execute("create temporary table t (n int)")
            let error = #expect(throws: PostgresError.self) {
                try connection.transaction {
                    try connection.execute("insert into t values (1)")
                    // Between two statements there is nothing to cancel; the transaction must not commit all
                    // the same.
                    interrupt()
                }
            }
            #expect(error == .interrupted)
            #expect(throws: PostgresError.interrupted) { try connection.execute("select 1") }
            #expect(throws: PostgresError.interrupted) { try Server.connect() }
            Interrupt.install()
            #expect(try connection.execute("select from t") == 0)
        }
    }

    @Test func `the second time ends the program`() async {
        await #expect(processExitsWith: .signal(SIGINT)) {
            Interrupt.install()
            interrupt()
            kill(getpid(), SIGINT)
            while true { pause() }
        }
    }

    @Test func `ends nothing the second time while another program has the terminal`() async {
        await #expect(processExitsWith: .success) {
            Interrupt.install()
            Interrupt.outlive()
            for _ in 1...3 { interrupt() }
            #expect(Interrupt.isRaised)
            Interrupt.install()
            #expect(!Interrupt.isRaised)
        }
    }

    @Test func `finds connections that come and go`() async {
        await #expect(processExitsWith: .success) {
            for _ in 0..<20 {
                Interrupt.install()
                let connection = try Server.connect()
                interrupt(by: SIGINT, whenAsleep: nil)
                while !Interrupt.isRaised { _ = try? connection.execute("select 1") }
            }
        }
    }
}

/// The process that serves a connection.
private func backend(of connection: Connection) throws -> Int32 {
    try #require(try connection.first("select pg_backend_pid()") { try $0[0, as: Int32.self] })
}

/// Sends this process SIGINT, and waits until it was handled: on another thread, because those of Swift's
/// tasks have signals blocked.
private func interrupt() {
    kill(getpid(), SIGINT)
    while !Interrupt.isRaised { usleep(1000) }
}

/// Sends this process a signal from another thread, as soon as a server process sleeps in a statement, or at
/// once.
private func interrupt(by number: Int32, whenAsleep process: Int32?) {
    let work = Work(number: number, process: process)
    var thread = pthread_t()
    pthread_create(
        &thread,
        nil,
        { context in
            guard let context else { return nil }
            let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
            try? work.waitForProcess()
            kill(getpid(), work.number)
            return nil
        },
        Unmanaged.passRetained(work).toOpaque()
    )
    pthread_detach(thread)
}

private final class Work: Sendable {
    let number: Int32
    let process: Int32?

    init(number: Int32, process: Int32?) {
        self.number = number
        self.process = process
    }

    func waitForProcess() throws {
        guard let process else { return }
        let connection = try Server.connect()
        let query: Query = "select 1 from pg_stat_activity where pid = \(process) and wait_event = 'PgSleep'"
        while try connection.execute(query) == 0 { usleep(1000) }
    }
}
