import Glibc

/// How far a long work is, on stderr, when somebody watches and it takes more than a second.
final class Progress {
    private let what: String
    private let watched = isatty(2) == 1
    private let start = Progress.now
    private var last = Progress.now
    private var isShown = false

    init(_ what: String) {
        self.what = what
    }

    /// Says how many are done, of how many, at which rate and how long the rest will take.
    func show(_ done: Int64, of total: Int64) {
        let now = Self.now
        guard watched, now - start > 1, now - last > 0.2 else { return }
        last = now
        isShown = true
        let rate = Double(done) / (now - start)
        let left = rate > 0 ? Int(Double(total - done) / rate) : 0
        Console.standard.line("\r\(what) \(done) of \(total), \(Int(rate))/s, \(left) s left   ")
    }

    /// Clears what was shown.
    func finish() {
        if isShown { Console.standard.line("\r\u{1B}[K") }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
