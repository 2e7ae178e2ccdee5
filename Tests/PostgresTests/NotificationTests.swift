import Glibc
import Postgres
import Testing

@Suite struct `A session that listens` {
    private func backend(of connection: Connection) throws -> Int32 {
        try #require(try connection.first("select pg_backend_pid()") { try $0[0, as: Int32.self] })
    }

    @Test func `hears what another says, in order and with who said it`() throws {
        let (listener, speaker) = (try Server.connect(), try Server.connect())
        try listener.listen(to: "order")
        try speaker.run(script: "begin; notify \"order\", 'one'; notify \"order\"; commit")
        let heard = try listener.notifications(waitingAtMost: 60_000)
        let backend = try backend(of: speaker)
        #expect(
            heard == [
                Notification(channel: "order", payload: "one", backend: backend),
                Notification(channel: "order", payload: "", backend: backend),
            ]
        )
    }

    @Test func `hears nothing of other channels, nor of what was rolled back, nor from before`() throws {
        let (listener, speaker) = (try Server.connect(), try Server.connect())
        try speaker.run(script: "notify here, 'before'")
        try listener.listen(to: "here")
        try speaker.run(script: "notify there, 'elsewhere'")
        try speaker.run(script: "begin; notify here, 'rolled back'; rollback")
        #expect(try listener.notifications(waitingAtMost: 0) == [])
        #expect(try listener.notifications(waitingAtMost: 1) == [])
        try speaker.run(script: "notify here, 'after'")
        #expect(try listener.notifications(waitingAtMost: 60_000).map(\.payload) == ["after"])
    }

    @Test func `hears what was said while it ran a statement`() throws {
        let (listener, speaker) = (try Server.connect(), try Server.connect())
        try listener.listen(to: "meanwhile")
        try speaker.run(script: "notify meanwhile, 'early'")
        #expect(try listener.execute("select 1") == 1)
        #expect(try listener.notifications(waitingAtMost: 0).map(\.payload) == ["early"])
    }

    @Test(arguments: ["UPPER", "two words", "a\"b", "x; notify hurt", "ʿilm", "select"])
    func `hears a channel of any name`(_ channel: String) throws {
        let (listener, speaker) = (try Server.connect(), try Server.connect())
        try listener.listen(to: channel)
        try speaker.execute("select pg_notify(\(channel), 'x')")
        #expect(try listener.notifications(waitingAtMost: 60_000).map(\.channel) == [channel])
    }

    @Test func `is refused a name that holds NUL`() throws {
        let connection = try Server.connect()
        #expect(throws: PostgresError.self) { try connection.listen(to: "a\0b") }
        #expect(throws: PostgresError.self) { try connection.listen(to: "") }
        #expect(try connection.execute("select 1") == 1)
    }

    @Test func `learns that it was ended`() throws {
        let (listener, other) = (try Server.connect(), try Server.connect())
        try listener.listen(to: "end")
        try other.execute("select pg_terminate_backend(\(backend(of: listener)))")
        let error = #expect(throws: PostgresError.self) {
            while try listener.notifications(waitingAtMost: 60_000).isEmpty {}
        }
        #expect(error?.isConnectionLost == true)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `stops waiting when the user interrupts`(_ number: Int32) async {
        await #expect(processExitsWith: .success) { [number] in
            Interrupt.install()
            let listener = try Server.connect()
            try listener.listen(to: "quiet")
            var thread = pthread_t()
            pthread_create(
                &thread,
                nil,
                { context in
                    usleep(50_000)
                    kill(getpid(), Int32(Int(bitPattern: context)))
                    return nil
                },
                UnsafeMutableRawPointer(bitPattern: Int(number))
            )
            #expect(throws: PostgresError.interrupted) {
                while try listener.notifications(waitingAtMost: 60_000).isEmpty {}
            }
            pthread_join(thread, nil)
        }
    }
}
