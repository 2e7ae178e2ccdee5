import Glibc

/// An exclusive `flock` on a file.
enum FileLock {
    /// Waits until nobody else holds the lock, and holds it while `body` runs.
    ///
    /// The file stays behind: removing it would let two holders in. A child that is given the descriptor holds the
    /// lock as well, for as long as it lives.
    static func holding<Value>(
        _ path: String,
        _ body: (_ descriptor: Int32) throws(ClusterError) -> Value
    ) throws(ClusterError) -> Value {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        try Files.check(file, "open", path)
        defer { close(file) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .system(operation: "lock", path: path, errno: errno) }
        }
        return try body(file)
    }
}
