import Glibc

/// The few calls on files a private cluster needs; each failure names its path.
package enum Files {
    /// Turns the failure of a C call, told by a negative result, into an error.
    static func check(_ result: Int32, _ operation: String, _ path: String) throws(ClusterError) {
        if result < 0 { throw .system(operation: operation, path: path, errno: errno) }
    }

    /// The path without its last component; `/` is its own parent.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// The path with every link followed, or `nil` when nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// What a link says, followed or not; `nil` when there is none, or it cannot be seen.
    static func linkTarget(_ path: String) -> String? {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink(path, &target, target.count)
        guard length >= 0 else { return nil }
        return String(decoding: target.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// All of a file's bytes as text; `nil` when it cannot be read.
    ///
    /// - Parameter limit: when given, only that many bytes of the end.
    static func read(_ path: String, last limit: Int = .max) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return contents(of: file, last: limit)
    }

    /// The same of an open file.
    ///
    /// Files of /proc have no length to go by, so it reads until there is no more.
    static func contents(of file: Int32, last limit: Int = .max) -> String? {
        let end = Int(lseek(file, 0, SEEK_END))
        var offset = limit < end ? end - limit : 0
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = pread(file, &chunk, chunk.count, off_t(offset))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
            offset += count
        }
    }
}
