import Glibc

/// How far a long work is, on stderr, when somebody watches and it takes more than a second.
final class Progress {
    private let watched = isatty(2) == 1 && !Console.standard.isDumb
    private let start = Progress.now
    private var last = Progress.now
    private var isShown = false
    private var what: String
    /// The first count of this part of the work, and when: a work gone on with does not begin at 0.
    private var origin: (done: Int64, time: Double)?

    init(_ what: String) {
        self.what = what
    }

    /// Goes on to another part of the work, and says which.
    func begin(_ what: String) {
        show(what + " …", atOnce: what != self.what)
        self.what = what
        origin = nil
    }

    /// Says how many are done, of how many, at which rate and how long the rest will take.
    func show(_ done: Int64, of total: Int64) {
        guard watched else { return }
        let now = Self.now
        let origin = origin ?? (done, now)
        self.origin = origin
        let rate = now > origin.time ? Double(done - origin.done) / (now - origin.time) : 0
        let left = rate > 0 ? ", \(Int(rate))/s, \(Span(seconds: Int(Double(total - done) / rate))) left" : ""
        show("\(what) \(done) of \(total)\(left)", atOnce: done >= total)
    }

    /// Clears what was shown.
    func finish() {
        if isShown { Console.standard.line("\r\u{1B}[K") }
        isShown = false
    }

    private func show(_ text: String, atOnce: Bool) {
        let now = Self.now
        guard watched, now - start > 1, atOnce || now - last > 0.2 else { return }
        last = now
        isShown = true
        // What goes over the end of the line cannot be taken back.
        let line = Printable.line(text, most: Console.standard.columns - 1)
        Console.standard.line("\r\(line)\u{1B}[K")
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
