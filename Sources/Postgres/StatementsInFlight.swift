internal import Synchronization

/// The statements in flight, in a form that a signal handler can read: a fixed number of atomics, and no
/// lock.
///
/// With more statements at once than slots, the rest is not cancelled. A program of ours runs one or two.
struct StatementsInFlight: ~Copyable, @unchecked Sendable {
    /// The addresses of the `PGcancel` of each, 0 where there is none.
    private let slots = InlineArray<32, Atomic<UInt>> { _ in Atomic(0) }

    /// How many threads are cancelling, and so may hold an address that is no longer in a slot.
    private let cancelling = Atomic(0)

    /// Takes up a statement until `remove`; gives the slot, or nil if there is none left.
    borrowing func add(_ cancellation: borrowing Cancellation) -> Int? {
        slots.indices.first { index in
            slots[index].compareExchange(
                expected: 0,
                desired: cancellation.address,
                ordering: .sequentiallyConsistent
            ).exchanged
        }
    }

    /// Lets go of the statement in a slot that `add` gave.
    borrowing func remove(_ slot: Int?) {
        guard let slot else { return }
        slots[slot].store(0, ordering: .sequentiallyConsistent)
    }

    /// Cancels every statement in flight.
    ///
    /// Safe to call from a signal handler.
    borrowing func cancelAll() {
        cancelling.add(1, ordering: .sequentiallyConsistent)
        for index in slots.indices {
            Cancellation.send(address: slots[index].load(ordering: .sequentiallyConsistent))
        }
        cancelling.subtract(1, ordering: .sequentiallyConsistent)
    }

    /// Waits until nobody can be using the address of a statement that was removed.
    ///
    /// It can only be another thread: a handler on this one has returned before this goes on.
    borrowing func waitForCancelling() {
        while cancelling.load(ordering: .sequentiallyConsistent) != 0 {}
    }

    /// Uses what `cancelAll` uses, and changes nothing.
    borrowing func touch() {
        for index in slots.indices { _ = slots[index].load(ordering: .sequentiallyConsistent) }
        waitForCancelling()
    }
}
