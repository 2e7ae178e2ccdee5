import Glibc

/// Whom the server runs as: whoever runs annals, but `postgres` when that is root, as whom PostgreSQL refuses.
struct ServerUser {
    let name: String
    let uid: uid_t
    let gid: gid_t
    /// What goes before a command to run it as this user; empty for our own.
    let launcher: [String]

    /// Whether it is somebody else than who runs annals.
    var isOther: Bool { !launcher.isEmpty }

    /// The arguments of `ChildProcess.run` that run a program as this user.
    ///
    /// For another user in `/`: it may not be able to enter our working directory, of which each of PostgreSQL's
    /// programs complains.
    func command(_ arguments: [String]) -> [String] {
        isOther ? ["/bin/sh", "-c", #"cd / && exec "$0" "$@""#] + launcher + arguments : arguments
    }

    static func find() throws(ClusterError) -> ServerUser {
        let uid = geteuid()
        guard uid == 0 else {
            let name = account { getpwuid_r(uid, $0, $1, $2, $3) }?.name ?? String(uid)
            return ServerUser(name: name, uid: uid, gid: getegid(), launcher: [])
        }
        return try other(named: "postgres")
    }

    /// An account that root runs commands as, through `runuser` or `setpriv` (both util-linux).
    static func other(named name: String) throws(ClusterError) -> ServerUser {
        guard let found = account({ getpwnam_r(name, $0, $1, $2, $3) }) else {
            throw .rootWithoutServerUser(name: name)
        }
        let launchers = [
            ["runuser", "-u", name, "--"],
            ["setpriv", "--reuid=\(found.uid)", "--regid=\(found.gid)", "--init-groups", "--"],
        ]
        for launcher in launchers {
            for directory in ["/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"]
            where access(directory + launcher[0], X_OK) == 0 {
                return ServerUser(
                    name: name,
                    uid: found.uid,
                    gid: found.gid,
                    launcher: [directory + launcher[0]] + launcher.dropFirst()
                )
            }
        }
        throw .rootWithoutLauncher
    }

    private typealias Lookup = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private static func account(_ lookup: Lookup) -> (name: String, uid: uid_t, gid: gid_t)? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            var entry = passwd()
            var result: UnsafeMutablePointer<passwd>?
            guard let strings = buffer.baseAddress,
                lookup(&entry, strings, buffer.count, &result) == 0, let result
            else { return nil }
            return (String(cString: result.pointee.pw_name), result.pointee.pw_uid, result.pointee.pw_gid)
        }
    }
}
