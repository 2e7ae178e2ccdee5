internal import CLibpq

/// The key that cancels whatever statement a session is running, freed when no signal handler can be using
/// it.
@safe
struct Cancellation: ~Copyable {
    private let cancel: OpaquePointer

    init(_ cancel: OpaquePointer) {
        unsafe self.cancel = cancel
    }

    deinit {
        Interrupt.inFlight.waitForCancelling()
        unsafe PQfreeCancel(cancel)
    }

    /// Where the key is, for a signal handler.
    var address: UInt {
        unsafe UInt(bitPattern: cancel)
    }

    /// Asks the server to cancel; whether it did shows in the statement's replies.
    borrowing func send() {
        Cancellation.send(address: address)
    }

    /// The same by the address of a key that is not freed, or 0 for none.
    ///
    /// Safe to call from a signal handler.
    ///
    /// The corresponding C function is `PQcancel`.
    static func send(address: UInt) {
        guard let cancel = unsafe OpaquePointer(bitPattern: address) else { return }
        // libpq's manual allows the call from a signal handler if the buffer for its message is on the stack.
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = unsafe PQcancel(cancel, message.baseAddress, Int32(message.count))
        }
    }
}
