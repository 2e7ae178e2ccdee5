import Glibc
import Testing

/// Waits until something is so, for a minute at most.
func waitUntil(_ condition: () throws -> Bool) throws {
    for _ in 0..<6000 {
        if try condition() { return }
        usleep(10_000)
    }
    try #require(Bool(false), "it never came to that")
}
