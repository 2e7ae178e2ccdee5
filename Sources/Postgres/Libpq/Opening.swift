internal import CLibpq
internal import Glibc

/// A session being opened, on a thread of its own: libpq goes on trying whatever signals come, for as long as a server
/// does not answer.
@safe
final class Opening: Sendable {
    private let options: [(keyword: String, value: String)]

    /// How long an interrupt may go unnoticed, in nanoseconds.
    private static let slice = 50_000_000

    init(_ options: [(keyword: String, value: String)]) {
        self.options = options
    }

    /// What came of it; nil when memory ran out, or somebody interrupted.
    ///
    /// The program is about to end then, and the thread with it.
    func result() -> OpaquePointer? {
        var thread = pthread_t()
        let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
            guard let argument = unsafe argument else { return nil }
            let opening = unsafe Unmanaged<Opening>.fromOpaque(argument).takeRetainedValue()
            return unsafe UnsafeMutableRawPointer(opening.connect())
        }
        let argument = unsafe Unmanaged.passRetained(self)
        guard unsafe pthread_create(&thread, nil, body, argument.toOpaque()) == 0 else {
            unsafe argument.release()
            return unsafe connect()
        }
        var opened: UnsafeMutableRawPointer?
        while true {
            var end = timespec()
            unsafe clock_gettime(CLOCK_MONOTONIC, &end)
            end.tv_nsec += Self.slice
            end.tv_sec += end.tv_nsec / 1_000_000_000
            end.tv_nsec %= 1_000_000_000
            guard unsafe pthread_clockjoin_np(thread, &opened, CLOCK_MONOTONIC, &end) == ETIMEDOUT else {
                return unsafe opened.map(OpaquePointer.init)
            }
            guard !Interrupt.isRaised else {
                pthread_detach(thread)
                return nil
            }
        }
    }

    /// The corresponding C function is `PQconnectdbParams`, with `expand_dbname`.
    private func connect() -> OpaquePointer? {
        unsafe withCStrings(options.map(\.keyword)) { keywords in
            unsafe withCStrings(options.map(\.value)) { values in
                unsafe PQconnectdbParams(keywords, values, 1)
            }
        }
    }
}
