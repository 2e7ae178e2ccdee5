extension ClusterError {
    /// What a person can do about it, as `help:` shows it.
    package var help: String {
        switch self {
        case _ where isDiskFull:
            "free at least 100 MB there, or set XDG_DATA_HOME to a directory on another disk"
        case .noHome:
            "set HOME, or XDG_DATA_HOME to an absolute path, or \(Self.useServer)"
        case .missingBinaries(override: _?):
            "set it to the directory of initdb, pg_ctl, pg_isready and postgres, or unset it"
        case .missingBinaries(override: nil):
            "install it (\(Self.install)), or name its directory in ANNALS_PG_BIN, or \(Self.useServer)"
        case .unsupportedVersion:
            "install a newer one (\(Self.install)), or name its directory in ANNALS_PG_BIN, or \(Self.useServer)"
        case .otherMajor(_, let needed, _):
            """
            install PostgreSQL \(needed) beside it (Debian, Ubuntu: apt-get install postgresql-\(needed); Fedora, \
            RHEL: dnf install postgresql\(needed)-server; Homebrew: brew install postgresql@\(needed)), or name its \
            directory in ANNALS_PG_BIN
            """
        case .rootWithoutServerUser(let name):
            "run annals as another user, or useradd --system \(name), or \(Self.useServer)"
        case .rootWithoutLauncher:
            "run annals as another user, or install util-linux, or \(Self.useServer)"
        case .unusablePath:
            "set XDG_DATA_HOME to a directory without them, or \(Self.useServer)"
        case .unreachable(_, let user):
            "set XDG_DATA_HOME to a directory \(user) can enter, or unset it to use /var/lib/annals"
        case .foreignDirectory(let path, _):
            "move \(path) away, or set XDG_DATA_HOME to another directory"
        case .directoryNotPrivate(let path, let user):
            "remove \(path), or chown \(user) and chmod 700 it"
        case .cannotCreate:
            "make the directory above it writable, or set XDG_DATA_HOME to another directory, or \(Self.useServer)"
        case .diskFull, .initializationFailed:
            "mend what initdb says and run the command again, or \(Self.useServer)"
        case .notCreated:
            "create it with annals init, or \(Self.useServer)"
        case .startFailed(let path, _, _):
            "mend what the log says and run the command again; all of it is in \(path)/server.log"
        case .stopFailed(let path, _):
            "see \(path)/server.log, and run the command again"
        case .system(_, let path, _):
            "check the owner, the permissions and the disk of \(path), and run the command again"
        }
    }

    private static let install = """
        Debian, Ubuntu: apt-get install postgresql; Fedora, RHEL: dnf install postgresql-server; \
        Homebrew: brew install postgresql@17
        """

    private static let useServer = "use a server of your own: annals init --db URI"
}
