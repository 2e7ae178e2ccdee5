import Glibc
import Synchronization

/// Work in a thread of its own, for what has to go on at the same time and blocks.
final class Background: Sendable {
    private let thread: pthread_t
    private let work: Work

    /// Starts the work, which is told when it should stop.
    init(_ body: @escaping @Sendable (_ isStopped: () -> Bool) throws -> Void) {
        work = Work(body)
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { context in
                context.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            },
            Unmanaged.passRetained(work).toOpaque()
        )
        precondition(failure == 0, "no thread for the test")
        self.thread = thread
    }

    /// Asks it to stop, waits for it, and throws what it threw.
    func stop() throws {
        work.isStopped.store(true, ordering: .relaxed)
        pthread_join(thread, nil)
        try work.failure.withLock { failure in if let failure { throw failure } }
    }

    private final class Work: Sendable {
        let isStopped = Atomic(false)
        let failure = Mutex<(any Error)?>(nil)
        private let body: @Sendable (() -> Bool) throws -> Void

        init(_ body: @escaping @Sendable (() -> Bool) throws -> Void) { self.body = body }

        func run() {
            do {
                try body { isStopped.load(ordering: .relaxed) }
            } catch {
                failure.withLock { $0 = error }
            }
        }
    }
}
