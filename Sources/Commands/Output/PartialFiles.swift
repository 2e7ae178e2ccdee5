import Glibc
import Synchronization

/// The names of files under way, which are not to be left behind however the program ends, in a form that a signal
/// handler can read: a fixed number of atomics, and no lock.
///
/// With more files at once than slots, the rest stays when a signal ends the program. A command writes one or two.
final class PartialFiles: Sendable {
    static let all = PartialFiles()

    /// Where each name is in memory, 0 where there is none.
    private let slots = InlineArray<8, Atomic<UInt>> { _ in Atomic(0) }

    /// Takes up a file until `remove`; gives its slot, or nil if there is none left.
    func add(_ path: String) -> Int? {
        let name = UInt(bitPattern: strdup(path))
        return slots.indices.first { index in
            slots[index].compareExchange(expected: 0, desired: name, ordering: .sequentiallyConsistent)
                .exchanged
        }
    }

    /// Lets go of a file that was finished, or was removed.
    func remove(_ slot: Int?) {
        guard let slot else { return }
        // Never freed: a handler may be reading it.
        slots[slot].store(0, ordering: .sequentiallyConsistent)
    }

    /// Removes the files, in a signal handler.
    func removeAll() {
        for index in slots.indices {
            let name = UnsafePointer<CChar>(bitPattern: slots[index].load(ordering: .sequentiallyConsistent))
            if let name { unlink(name) }
        }
    }
}
