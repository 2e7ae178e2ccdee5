import Glibc

/// `gzip` at work on a file, from where that is read on.
final class Gunzip {
    /// Where what it unpacks is read.
    let output: Int32
    private var process: pid_t = 0

    init(of descriptor: Int32) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Self.missing(String(cString: strerror(errno))) }
        output = ends[0]
        // Its own copy of the writing end is all it is to have: the reader waits until the last is closed.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, descriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        // What it has to say about a damaged file, its exit status says too.
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let words: [String] = ["gzip", "--decompress", "--stdout"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) }
        defer { arguments.forEach { free($0) } }
        arguments.append(nil)
        let error = posix_spawnp(&process, "gzip", &actions, nil, arguments, environ)
        guard error == 0 else { throw Self.missing(String(cString: strerror(error))) }
    }

    deinit {
        close(output)
        if process > 0 { stop() }
    }

    /// Waits until it is done; whether the file was whole.
    func finish() -> Bool {
        guard process > 0 else { return false }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        process = 0
        return status == 0
    }

    /// Ends it: enough was read.
    func stop() {
        kill(process, SIGTERM)
        _ = finish()
    }

    private static func missing(_ reason: String) -> Failure {
        Failure(
            .noInput,
            "input",
            "the file is packed, and gzip cannot be run: \(reason)",
            help: "install gzip, or unpack the file first"
        )
    }
}
