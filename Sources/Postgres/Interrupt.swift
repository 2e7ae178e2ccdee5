internal import Glibc
internal import Synchronization

/// What Ctrl-C does: the statement in flight is cancelled, and the program ends in its own way.
///
/// After `install`, the first SIGINT, SIGTERM or SIGHUP cancels the statements in flight, which fail with
/// `SQLState.queryCanceled`, and makes every later one fail with `PostgresError.interrupted`, so that open
/// transactions roll back. A second one ends the program as the signal does by default, and so does SIGPIPE; files
/// under way are removed first. A read of standard input goes on, so loops that do not talk to the server ask `isRaised`.
///
/// A program that loses nothing by it asks with ``endPromptly(saying:status:)`` to be ended half a second after the
/// first, wherever it then is: drawing, waiting for a pipe, computing.
package enum Interrupt {
    /// Whether the user interrupted.
    package static var isRaised: Bool {
        raised.load(ordering: .sequentiallyConsistent)
    }

    /// Handles the signals from now on, and forgets an interrupt of before.
    ///
    /// - Parameter clean: what to do before a signal ends the program; it runs in the middle of anything, and may do only
    ///   what POSIX allows a signal handler.
    package static func install(cleaning clean: @escaping @Sendable () -> Void = {}) {
        // These are made when first touched, which must not happen in the handler.
        inFlight.touch()
        takeTime()
        raised.store(false, ordering: .sequentiallyConsistent)
        outlives.store(false, ordering: .sequentiallyConsistent)
        unsafe self.clean = clean
        for number in [SIGINT, SIGTERM, SIGPIPE, SIGALRM] { handle(number) }
        // Who is told to ignore it, as by nohup, goes on without a terminal.
        if !isIgnored(SIGHUP) { handle(SIGHUP) }
    }

    /// Handles every SIGINT like the first from now on: while another program has the terminal, a second one must not
    /// end this one before it.
    package static func outlive() {
        takeTime()
        outlives.store(true, ordering: .sequentiallyConsistent)
    }

    /// Has the program end half a second after an interrupt, unless it ends in its own way before: nothing it has done
    /// until then, or does until ``takeTime()``, needs words of its own.
    ///
    /// - Parameters:
    ///   - words: what to write to standard error then.
    ///   - status: what to exit with.
    package static func endPromptly(saying words: String, status: Int32) {
        let copy = unsafe strdup(words)
        self.status.store(status, ordering: .sequentiallyConsistent)
        lastWords.store(UInt(bitPattern: copy), ordering: .sequentiallyConsistent)
    }

    /// Lets the program end in its own way, however long it takes: from before the first thing is written until what
    /// became of it is told.
    package static func takeTime() {
        // Never freed: a handler may be writing them.
        lastWords.store(0, ordering: .sequentiallyConsistent)
    }

    /// How long a program has for ending in its own way, in microseconds.
    private static let patience = 500_000

    /// The statements that an interrupt cancels.
    static let inFlight = StatementsInFlight()

    private static let raised = Atomic(false), outlives = Atomic(false)
    /// Where the words are that are written when the program is ended; 0 while it is not to be.
    private static let lastWords = Atomic<UInt>(0)
    private static let status = Atomic<Int32>(0)
    private nonisolated(unsafe) static var clean: @Sendable () -> Void = {}

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        unsafe sigaction(number, nil, &action)
        return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self)
            == unsafeBitCast(SIG_IGN, to: UInt.self)
    }

    private static func handle(_ number: Int32) {
        var action = sigaction()
        unsafe action.__sigaction_handler.sa_handler = { Interrupt.handler($0) }
        // A second one ends the program while the first still waits for the server to take the cancellation.
        action.sa_flags = SA_RESTART | SA_NODEFER
        unsafe sigaction(number, &action, nil)
    }

    /// Runs on whatever thread the signal comes to, in the middle of anything: atomics, `PQcancel`, and what POSIX says
    /// is safe there.
    private static func handler(_ number: Int32) {
        switch number {
        case SIGALRM: endNow()
        case SIGPIPE: end(by: number)
        default:
            let isFirst = !raised.exchange(true, ordering: .sequentiallyConsistent)
            guard isFirst || number == SIGINT && outlives.load(ordering: .sequentiallyConsistent) else {
                return end(by: number)
            }
            // Before the server is asked to cancel, which may take as long as connecting to it.
            if lastWords.load(ordering: .sequentiallyConsistent) != 0 { startTimer() }
            inFlight.cancelAll()
        }
    }

    private static func startTimer() {
        var time = itimerval()
        time.it_value.tv_usec = patience
        // A system call and nothing else on Linux, though POSIX does not promise that it may be called here.
        unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &time, nil)
    }

    /// Ends the program with the words it left, if it still may be.
    private static func endNow() {
        guard
            let words = unsafe UnsafePointer<CChar>(
                bitPattern: lastWords.load(ordering: .sequentiallyConsistent)
            )
        else { return }
        unsafe clean()
        _ = unsafe write(2, words, strlen(words))
        _exit(status.load(ordering: .sequentiallyConsistent))
    }

    /// Ends the program as a signal does by default.
    private static func end(by number: Int32) {
        unsafe clean()
        signal(number, SIG_DFL)
        // It comes once this handler has returned.
        kill(getpid(), number)
    }
}
