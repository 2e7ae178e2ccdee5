import Annals
import EventLog
import Postgres
import Support
import Testing

@Suite struct `a connection lost` {
    @Test func `while an append waits for its streams is told, and sending again is accepted once`() throws {
        let database = try TestDatabase()
        let (holder, watcher) = (try database.openLog(), try database.connect())
        nonisolated(unsafe) let lost = try database.openLog()
        let entries = try samples(3)
        try holder.connection.execute("begin")
        _ = try holder.append(try samples(1))
        let backend = try lost.connection.backend()
        let appending = Background { try lost.append(entries) }
        try watcher.waitUntilBlocked(backend, appending)
        try watcher.terminate(backend)
        let error = #expect(throws: PostgresError.self) { try appending.value() }
        #expect(error?.isConnectionLost == true)
        try holder.connection.execute("commit")

        let again = try database.openLog()
        #expect(try again.record(entries).map(\.isDuplicate) == [false, false, false])
        #expect(try again.record(entries).map(\.isDuplicate) == [true, true, true])
        #expect(try again.titles().count == 4)
        #expect(try again.flaws() == [])
        let after = #expect(throws: PostgresError.self) { try lost.head() }
        #expect(after?.isConnectionLost == true)
    }

    @Test func `before the answer leaves the entry accepted, and sending again accepts it once`() throws {
        let database = try TestDatabase()
        let entries = try samples(3)
        // The commit took place; only its answer was lost.
        _ = try database.openLog().append(entries)
        let again = try database.openLog()
        #expect(try again.record(entries).map(\.isDuplicate) == [true, true, true])
        #expect(try again.titles().count == 3)
        #expect(try again.flaws() == [])
    }

    @Test func `before the commit leaves nothing`() throws {
        let database = try TestDatabase()
        let (log, watcher) = (try database.openLog(), try database.connect())
        let entries = try samples(3)
        let lost = try database.openLog()
        try lost.connection.execute("begin")
        _ = try lost.append(entries)
        try watcher.terminate(try lost.connection.backend())
        #expect(try log.head().waiting == 0)
        #expect(try log.record(entries).map(\.isDuplicate) == [false, false, false])
        #expect(try log.flaws() == [])
    }
}
