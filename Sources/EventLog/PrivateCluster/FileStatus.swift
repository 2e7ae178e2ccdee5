import Glibc

/// Whose a file is and who may do what with it.
struct FileStatus {
    let owner: uid_t
    let isDirectory: Bool
    /// Permission bits, without the file's type.
    let mode: mode_t
    /// In bytes.
    let size: Int

    /// Does not follow a link; `nil` when nothing is there or it cannot be seen.
    init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        owner = status.st_uid
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        mode = status.st_mode & 0o7777
        size = Int(status.st_size)
    }
}
