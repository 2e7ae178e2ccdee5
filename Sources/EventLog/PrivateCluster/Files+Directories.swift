import Glibc

extension Files {
    /// Makes a directory and what is missing above it.
    static func makeDirectories(_ path: String, mode: mode_t) throws(ClusterError) {
        guard mkdir(path, mode) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, path != "/" else {
            throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
        try makeDirectories(parent(of: path), mode: mode)
        // Another command may be making the same ones.
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Makes a directory that only the server's user can enter, or checks that one is there.
    ///
    /// The check matters below `/tmp`, where anybody could have put one of this name first.
    static func makePrivateDirectory(_ path: String, owner: ServerUser) throws(ClusterError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
        guard let status = FileStatus(of: path), status.isDirectory, status.mode & 0o077 == 0,
            status.owner == owner.uid || status.owner == geteuid()
        else { throw .directoryNotPrivate(path: path, user: owner.name) }
        if status.owner != owner.uid {
            try check(lchown(path, owner.uid, owner.gid), "change the owner of", path)
        }
    }

    /// The names in a directory, without `.` and `..`.
    static func list(_ path: String) throws(ClusterError) -> [String] {
        guard let stream = opendir(path) else {
            throw .system(operation: "read the directory", path: path, errno: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a directory and all in it without following links; does nothing when it is not there.
    package static func removeTree(_ path: String) throws(ClusterError) {
        guard let status = FileStatus(of: path) else { return }
        guard status.isDirectory else { return try check(unlink(path), "remove", path) }
        for name in try list(path) { try removeTree(path + "/" + name) }
        try check(rmdir(path), "remove", path)
    }
}
