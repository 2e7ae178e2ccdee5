package import Glibc

/// A program under way, started as a shell would start it.
///
/// Standard input comes from a descriptor; what it writes goes to files that have no name, so that neither side
/// ever waits for the other.
package final class ProgramRun: Sendable {
    /// Where standard output goes when a test wants it elsewhere than in `End.output`.
    package enum Destination {
        case collected
        case file(String)
        case descriptor(Int32)
    }

    /// Why a program could not be started, as `errno` says.
    package struct Failure: Error {
        let what: String
        let errno: Int32
    }

    /// How a program ended, and what it wrote.
    package struct End: Sendable {
        /// Its exit code; the negative number of the signal that ended it.
        package let status: Int32
        /// What it wrote to standard output.
        package let output: String
        /// What it wrote to standard error.
        package let errors: String
    }

    /// The process, until `end` has returned.
    package let process: pid_t

    private let output: Int32
    private let errors: Int32

    /// Starts a program with exactly these arguments and variables.
    package init(
        _ path: String,
        _ arguments: [String],
        environment: [String: String],
        directory: String,
        input: Int32,
        output destination: Destination = .collected
    ) throws {
        output = try Self.namelessFile()
        errors = try Self.namelessFile()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        switch destination {
        case .collected: posix_spawn_file_actions_adddup2(&actions, output, 1)
        case .file(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
        case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
        }
        posix_spawn_file_actions_adddup2(&actions, errors, 2)

        var started: pid_t = 0
        // A thread of the tests may hold signals back, and children inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        // env changes the directory and becomes the program, under the same process id.
        let env = "/usr/bin/env"
        let status = withCStrings([env, "--chdir=" + directory, path] + arguments) { arguments in
            withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
                posix_spawn(&started, env, &actions, &attributes, arguments, variables)
            }
        }
        guard status == 0 else { throw Failure(what: "start \(path)", errno: status) }
        process = started
    }

    deinit {
        close(output)
        close(errors)
    }

    /// Waits for its end.
    package func end() throws -> End {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(what: "wait for \(process)", errno: errno) }
        }
        let signal = status & 0x7F
        return End(
            status: signal == 0 ? (status >> 8) & 0xFF : -signal,
            output: Self.content(of: output),
            errors: Self.content(of: errors)
        )
    }

    /// What it has written to standard output until now, while it runs.
    package var outputSoFar: String { Self.content(of: output) }

    /// What it has written to standard error until now, while it runs.
    package var errorsSoFar: String { Self.content(of: errors) }

    /// Sends a signal, as Ctrl-C does with SIGINT.
    package func signal(_ number: Int32) {
        kill(process, number)
    }

    /// An empty file that nobody else can open, for reading and writing.
    package static func namelessFile(holding bytes: [UInt8] = []) throws -> Int32 {
        var template = Array("/tmp/annals-test-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw Failure(what: "make a temporary file", errno: errno) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(template)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(what: "write a temporary file", errno: errno) }
            rest = rest.dropFirst(count)
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    /// `annals`, built beside the tests.
    package static let annals = folder + "/annals"

    /// Where the tests are built.
    package static let folder: String = {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &path, path.count)
        let file = String(decoding: path.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex))
    }()

    private static func content(of file: Int32) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        // Where the program writes next is left alone: it may be running.
        while case let count = pread(file, &buffer, buffer.count, bytes.count), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Calls with a null-terminated array of C strings.
private func withCStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
}
