import Glibc

/// A short wait that grows: 1 ms, then half as much again each time, up to 50 ms or another limit.
package struct Pause {
    private var microseconds: UInt32 = 1000

    private let longest: UInt32

    /// A wait that grows up to so many microseconds.
    package init(longest: UInt32 = 50_000) {
        self.longest = longest
    }

    /// Waits.
    package mutating func next() {
        usleep(microseconds)
        microseconds = min(microseconds * 3 / 2, longest)
    }
}
