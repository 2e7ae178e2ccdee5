internal import Glibc
internal import Synchronization

/// What Ctrl-C does: the statement in flight is cancelled, and the program ends in its own way.
///
/// After `install()`, the first SIGINT or SIGTERM cancels the statements in flight, which fail with
/// `SQLState.queryCanceled`, and makes every later one fail with `PostgresError.interrupted`, so that open
/// transactions roll back. A second one of the same kind does what it does by default, and ends the program.
/// A read of standard input goes on, so loops that do not talk to the server ask `isRaised`.
package enum Interrupt {
    /// Whether the user interrupted.
    package static var isRaised: Bool {
        raised.load(ordering: .sequentiallyConsistent)
    }

    /// Handles SIGINT and SIGTERM from now on, and forgets an interrupt of before.
    package static func install() {
        // These are made when first touched, which must not happen in the handler.
        inFlight.touch()
        raised.store(false, ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM] {
            handle(number, flags: SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND)))
        }
    }

    /// Handles every SIGINT like the first from now on: while another program has the terminal, a second one must not
    /// end this one before it.
    package static func outlive() {
        handle(SIGINT, flags: SA_RESTART)
    }

    private static func handle(_ number: Int32, flags: Int32) {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { _ in Interrupt.handle() }
        action.sa_flags = flags
        unsafe sigaction(number, &action, nil)
    }

    /// The statements that an interrupt cancels.
    static let inFlight = StatementsInFlight()

    private static let raised = Atomic(false)

    /// Runs on whatever thread the signal comes to, in the middle of anything: atomics and `PQcancel` only.
    private static func handle() {
        raised.store(true, ordering: .sequentiallyConsistent)
        inFlight.cancelAll()
    }
}
