package import Annals
import Glibc

extension EventID {
    /// A new identity, from the system's clock and randomness.
    package static func now() -> EventID {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var random = SystemRandomNumberGenerator()
        let milliseconds = UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
        return .new(milliseconds: milliseconds, random: &random)
    }
}
