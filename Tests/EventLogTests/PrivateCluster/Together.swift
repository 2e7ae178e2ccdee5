import Glibc
import Synchronization

/// Runs the same work in several threads at once, and throws the first error of any.
func together(_ count: Int, _ work: @escaping @Sendable () throws -> Void) throws {
    let shared = SharedWork(work)
    var threads = [pthread_t](repeating: pthread_t(), count: count)
    for index in threads.indices {
        let context = Unmanaged.passRetained(shared).toOpaque()
        let failure = pthread_create(
            &threads[index],
            nil,
            { context in
                context.map { Unmanaged<SharedWork>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            },
            context
        )
        precondition(failure == 0, "no thread for the test")
    }
    for thread in threads { pthread_join(thread, nil) }
    try shared.firstError.withLock { error in if let error { throw error } }
}

private final class SharedWork: Sendable {
    let firstError = Mutex<(any Error)?>(nil)
    private let work: @Sendable () throws -> Void

    init(_ work: @escaping @Sendable () throws -> Void) { self.work = work }

    func run() {
        do { try work() } catch { firstError.withLock { $0 = $0 ?? error } }
    }
}
