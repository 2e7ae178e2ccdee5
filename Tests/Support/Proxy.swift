import Glibc
import Synchronization

/// What stands between a program and a server on a Unix socket, for a test to cut, stop or turn aside.
///
/// ```swift
/// let proxy = try Proxy(to: cluster.socketDirectory) { number in number == 0 ? .cut(.toServer, after: 900) : .pass }
/// defer { proxy.remove() }
/// ```
package final class Proxy: Sendable {
    /// What becomes of a connection.
    package enum Rule: Sendable {
        case pass
        /// It is cut when so many bytes have gone in one direction.
        case cut(Direction, after: Int)
        /// The server is told another name of the database: another server, as it were.
        case turnTo(database: String)
        /// It is never answered.
        case silence
    }

    package enum Direction: Sendable { case toServer, toClient }

    /// Where it listens: the `host` of a connection string.
    package let directory: String

    private let server: String
    private let listener: Int32
    private let rule: @Sendable (_ connection: Int) -> Rule
    private let sent = Mutex<[(toServer: Int, toClient: Int)]>([])

    /// Listens before the server whose socket is in a directory.
    ///
    /// - Parameter rule: what becomes of each connection, counted from 0.
    package init(
        to directory: String,
        port: Int = 5432,
        _ rule: @escaping @Sendable (_ connection: Int) -> Rule = { _ in .pass }
    ) throws {
        self.directory = try TemporaryDirectory.make(prefix: "annals-test-")
        server = "\(directory)/.s.PGSQL.\(port)"
        self.rule = rule
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        let bound = withAddress(of: "\(self.directory)/.s.PGSQL.5432") { bind(listener, $0, $1) }
        guard bound == 0, listen(listener, 64) == 0 else { throw Failure(errno: errno) }
        let accepting = Background { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 { serve(client) }
        }
        withExtendedLifetime(accepting) {}
    }

    package struct Failure: Error { let errno: Int32 }

    /// How many bytes went in both directions of each connection.
    package var traffic: [(toServer: Int, toClient: Int)] { sent.withLock { $0 } }

    /// Listens no more.
    package func remove() {
        shutdown(listener, Int32(SHUT_RDWR))
        TemporaryDirectory.remove(directory)
    }

    private func serve(_ client: Int32) {
        let number = sent.withLock { sent in
            sent.append((0, 0))
            return sent.count - 1
        }
        let rule = rule(number)
        if case .silence = rule { return }
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        for end in [client, server] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        guard withAddress(of: self.server, { connect(server, $0, $1) }) == 0 else {
            close(client)
            close(server)
            return
        }
        let open = Countdown(2)
        for direction in [Direction.toServer, .toClient] {
            let (from, to) = direction == .toServer ? (client, server) : (server, client)
            let pumping = Background { [self] in
                pump(from, to, number, direction, rule)
                for end in [client, server] { shutdown(end, Int32(SHUT_RDWR)) }
                if open.isLast() { for end in [client, server] { close(end) } }
            }
            withExtendedLifetime(pumping) {}
        }
    }

    private func pump(_ from: Int32, _ to: Int32, _ number: Int, _ direction: Direction, _ rule: Rule) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var total = 0
        while true {
            let count = recv(from, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            var bytes = Array(buffer[..<count])
            if case .turnTo(let database) = rule, direction == .toServer, total == 0 {
                bytes = Self.startup(bytes, of: database)
            }
            var isCut = false
            if case .cut(direction, let limit) = rule, total + count >= limit {
                bytes = Array(bytes.prefix(limit - total))
                isCut = true
            }
            total += count
            sent.withLock { sent in
                switch direction {
                case .toServer: sent[number].toServer = total
                case .toClient: sent[number].toClient = total
                }
            }
            guard Self.send(bytes, to), !isCut else { return }
        }
    }

    private static func send(_ bytes: [UInt8], _ to: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// The first message of a session, of another database ("StartupMessage" in PostgreSQL's manual): its length, the
    /// version of the protocol, then names and values, each ended by a zero.
    private static func startup(_ bytes: [UInt8], of database: String) -> [UInt8] {
        var words = bytes.dropFirst(8).split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
        guard let name = words.firstIndex(of: Array("database".utf8)) else { return bytes }
        words[name + 1] = Array(database.utf8)
        let body = bytes[4..<8] + words.joined(separator: [0])
        let length = UInt32(body.count + 4)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32($0))) } + body
    }
}

/// Counts down the threads of a connection.
private final class Countdown: Sendable {
    private let count: Mutex<Int>

    init(_ count: Int) { self.count = Mutex(count) }

    func isLast() -> Bool {
        count.withLock { count in
            count -= 1
            return count == 0
        }
    }
}

private func withAddress(of path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { bytes in
        bytes.copyBytes(from: Array(path.utf8).prefix(bytes.count - 1))
    }
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
}
