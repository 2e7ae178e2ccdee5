import Glibc

extension Files {
    /// Writes a file of the server's user whole: whoever opens it finds the old text or the new one.
    static func replace(_ path: String, with text: String, owner: ServerUser) throws(ClusterError) {
        let new = path + ".new"
        unlink(new)
        let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        try check(file, "create", new)
        defer { close(file) }
        if owner.isOther { try check(fchown(file, owner.uid, owner.gid), "change the owner of", new) }
        try write(text, to: file, path: new)
        try check(rename(new, path), "rename", new)
    }

    static func append(_ text: String, to path: String) throws(ClusterError) {
        let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        try check(file, "open", path)
        defer { close(file) }
        try write(text, to: file, path: path)
    }

    /// Makes sure that a rename in a directory survives a crash of the machine.
    static func flushDirectory(_ path: String) throws(ClusterError) {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        try check(directory, "open", path)
        defer { close(directory) }
        try check(fsync(directory), "flush", path)
    }

    private static func write(_ text: String, to file: Int32, path: String) throws(ClusterError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            try check(Int32(clamping: written), "write", path)
            rest = rest.dropFirst(written)
        }
        try check(fsync(file), "flush", path)
    }
}
