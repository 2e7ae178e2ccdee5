import Glibc

/// A short wait that grows: 1 ms, then half as much again each time, up to 50 ms.
package struct Pause {
    private var microseconds: UInt32 = 1000

    package init() {}

    /// Waits.
    package mutating func next() {
        usleep(microseconds)
        microseconds = min(microseconds * 3 / 2, 50_000)
    }
}
