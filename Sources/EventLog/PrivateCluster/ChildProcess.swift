import Glibc

/// Runs a program to its end and keeps what it wrote.
///
/// By hand on `posix_spawn`, because swift-subprocess is asynchronous and annals' commands are not. Of our
/// descriptors the child gets none, not even those we inherited ourselves: a server it leaves behind would hold
/// them open, and in `annals show … | less` the reader would wait for ever. For the same reason output goes to
/// shared memory, read once the child has ended, and not to a pipe, which ends only when all its writers have.
enum ChildProcess {
    struct Result {
        /// The exit status, or 128 and the signal's number, as shells have it.
        let status: Int32
        /// Standard output and standard error in the order written, without the last newline.
        let output: String

        var succeeded: Bool { status == 0 }
    }

    /// Which session a child belongs to, and so whether an interrupt typed in the terminal reaches it.
    enum Session {
        case ours
        case own
    }

    /// Runs `arguments`, of which the first is an absolute path, with an empty standard input.
    ///
    /// - Parameter descriptor: passed on as the child's descriptor 3.
    static func run(
        _ arguments: [String],
        environment: [String: String],
        session: Session = .ours,
        inheriting descriptor: Int32? = nil
    ) throws(ClusterError) -> Result {
        let program = arguments[0]
        let output = try outputFile(for: program)
        defer { close(output) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, 3) }
        // glibc's own closefrom action is hidden from Swift. One descriptor of the list is the list's, long closed,
        // which posix_spawn does not mind.
        for inherited in try Files.list("/proc/self/fd").compactMap({ Int32($0) })
        where inherited > (descriptor == nil ? 2 : 3) {
            posix_spawn_file_actions_addclose(&actions, inherited)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What the user has us ignore (nohup) children ignore too. Not what would break them: initdb waits for its
        // own children, and a thread pool blocks signals in its threads.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGCHLD)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        if session == .own { flags |= newSession }
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var child = pid_t()
        let failure = withCStrings(arguments) { words in
            withCStrings(environment.map { $0.key + "=" + $0.value }) { variables in
                posix_spawn(&child, program, &actions, &attributes, words, variables)
            }
        }
        guard failure == 0 else { throw .system(operation: "run", path: program, errno: failure) }
        let status = try wait(for: child, program: program)
        guard let text = Files.contents(of: output) else {
            throw .system(operation: "read the output of", path: program, errno: errno)
        }
        return Result(status: status, output: text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }

    /// `POSIX_SPAWN_SETSID` of <spawn.h>, which Swift does not see.
    private static let newSession: Int32 = 0x80

    /// Shared memory without a name; `shm_open` has it closed in children that are not given it.
    private static func outputFile(for program: String) throws(ClusterError) -> Int32 {
        let name = "/annals-" + String(UInt64.random(in: .min ... .max), radix: 16)
        let file = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        try Files.check(file, "create the output of", program)
        shm_unlink(name)
        return file
    }

    private static func wait(for child: pid_t, program: String) throws(ClusterError) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw .system(operation: "wait for", path: program, errno: errno) }
        }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    /// Calls `body` with the null-terminated array of C strings that `exec` takes.
    private static func withCStrings<Value>(
        _ strings: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
