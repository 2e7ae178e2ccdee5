import EventLog
import Glibc

/// Directories that tests make and remove, each new and empty, which other users can enter but not write to.
package enum TemporaryDirectory {
    /// Makes `<prefix>XXXXXX` under `$ANNALS_TEST_DIR`, else under `/tmp`.
    package static func make(prefix: String) throws -> String {
        let base = processEnvironment["ANNALS_TEST_DIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array((base + "/" + prefix + "XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(path: base, errno: errno) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        // The server's user, when root runs the tests, has to get through.
        guard chmod(path, 0o755) == 0 else { throw Failure(path: path, errno: errno) }
        return path
    }

    /// Removes a directory and all in it; does nothing when it is not there.
    package static func remove(_ path: String) {
        try? Files.removeTree(path)
    }

    /// The environment the tests were started with.
    package static var processEnvironment: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let pair = String(cString: entry).split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
            next += 1
        }
        return variables
    }

    private struct Failure: Error, CustomStringConvertible {
        let path: String
        let errno: Int32
        var description: String {
            "cannot make a temporary directory in \(path): \(String(cString: strerror(errno)))"
        }
    }
}
