import Glibc

extension PrivateCluster {
    private static let contents: Set<String> = ["data", "data.new", "run", "server.log", "lock"]

    /// Refuses what `pg_ctl` would not quote: it starts the server through a shell, with the path in double quotes.
    func checkPath() throws(ClusterError) {
        let special = "$`\"\\\n"
        if directory.unicodeScalars.contains(where: special.unicodeScalars.contains) {
            throw .unusablePath(directory)
        }
    }

    /// Refuses a cluster of somebody else, whose files root could change but its server could not read.
    func checkOwner(is user: ServerUser) throws(ClusterError) {
        guard let status = FileStatus(of: directory), status.owner == user.uid else {
            throw .foreignDirectory(path: directory, reason: "it does not belong to the user \(user.name)")
        }
    }

    /// Makes the directory, owned by the server's user and closed to others, or checks that it is ours.
    func prepareDirectory(for user: ServerUser) throws(ClusterError) {
        guard let status = FileStatus(of: directory) else {
            try checkReach(of: user)
            try Files.makeDirectories(Files.parent(of: directory), mode: user.isOther ? 0o755 : 0o700)
            return try Files.makePrivateDirectory(directory, owner: user)
        }
        guard status.isDirectory else {
            throw .foreignDirectory(path: directory, reason: "it is not a directory")
        }
        let entries = try Files.list(directory)
        if let foreign = entries.first(where: { !Self.contents.contains($0) }) {
            throw .foreignDirectory(path: directory, reason: "it holds \(foreign), which is not annals'")
        }
        if status.owner != user.uid {
            guard entries.isEmpty, user.isOther else { return try checkOwner(is: user) }
            try checkReach(of: user)
            try Files.check(lchown(directory, user.uid, user.gid), "change the owner of", directory)
        }
        try Files.check(chmod(directory, 0o700), "change the mode of", directory)
    }

    /// Asks the kernel, as the server's user, whether it can enter what exists of the path above the directory.
    private func checkReach(of user: ServerUser) throws(ClusterError) {
        guard user.isOther else { return }
        var ancestor = Files.parent(of: directory)
        while access(ancestor, F_OK) != 0, ancestor != "/" { ancestor = Files.parent(of: ancestor) }
        let result = try ChildProcess.run(
            user.command(["/bin/sh", "-c", #"test -x "$0""#, ancestor]),
            environment: serverEnvironment
        )
        guard result.succeeded else { throw .unreachable(path: ancestor, user: user.name) }
    }
}
