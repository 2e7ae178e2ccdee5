import Glibc
import Synchronization

/// Work that goes on in a thread of its own, for a test to look at while it waits.
package final class Background<Value: Sendable>: Sendable {
    private let outcome = Mutex<Result<Value, any Error>?>(nil)
    private let work: @Sendable () throws -> Value

    /// Starts the work.
    package init(_ work: @escaping @Sendable () throws -> Value) {
        self.work = work
        var thread = pthread_t()
        let failure = pthread_create(
            &thread,
            nil,
            { context in
                context.map { Unmanaged<Erased>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            },
            Unmanaged.passRetained(Erased { self.run() }).toOpaque()
        )
        precondition(failure == 0, "no thread for the test")
        pthread_detach(thread)
    }

    /// Whether the work has ended.
    package var isOver: Bool { outcome.withLock { $0 != nil } }

    /// Waits for the work to end; its value, or the error it threw.
    package func value() throws -> Value {
        while true {
            if let outcome = outcome.withLock({ $0 }) { return try outcome.get() }
            usleep(500)
        }
    }

    private func run() {
        let result = Result { try work() }
        outcome.withLock { $0 = result }
    }
}

/// What a C function pointer, which cannot be generic, can start.
private final class Erased: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Does numbered work in as many threads at once, and throws the first error of any.
package func together(_ count: Int, _ work: @escaping @Sendable (_ number: Int) throws -> Void) throws {
    let all = (0..<count).map { number in Background { try work(number) } }
    let results = all.map { background in Result { try background.value() } }
    for result in results { try result.get() }
}

/// Does numbered work, some of it at once, and gives what it came to in order; throws the first error of any.
package func together<Value: Sendable>(
    _ count: Int,
    atOnce most: Int,
    _ work: @escaping @Sendable (_ number: Int) throws -> Value
) throws -> [Value] {
    let lanes = (0..<most).map { lane in
        Background { try stride(from: lane, to: count, by: most).map { ($0, try work($0)) } }
    }
    return try lanes.flatMap { try $0.value() }.sorted { $0.0 < $1.0 }.map(\.1)
}
