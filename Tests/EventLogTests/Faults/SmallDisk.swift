import Glibc
import Support

/// A file system in memory that is soon full.
struct SmallDisk {
    /// Where it is mounted.
    let path: String

    /// Whether this process may mount one.
    static let isPossible: Bool = {
        guard let disk = try? SmallDisk(megabytes: 1) else { return false }
        disk.remove()
        return true
    }()

    init(megabytes: Int) throws {
        path = try TemporaryDirectory.make(prefix: "annals-test-")
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m,mode=755") == 0 else {
            rmdir(path)
            throw Failure(errno: errno)
        }
    }

    /// Takes all the room there is left, to the last byte.
    func fill() throws {
        let file = open(ballast, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw Failure(errno: errno) }
        defer { close(file) }
        let block = [UInt8](repeating: 0, count: 65_536)
        while write(file, block, block.count) > 0 {}
        guard errno == ENOSPC else { throw Failure(errno: errno) }
    }

    /// Gives it back.
    func makeRoom() {
        unlink(ballast)
    }

    func remove() {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    private var ballast: String { path + "/ballast" }

    private struct Failure: Error { let errno: Int32 }
}
