import Glibc

extension ClusterError: CustomStringConvertible {
    /// What went wrong and where, in a line, as `error[database]:` shows it.
    package var headline: String { String(message.prefix { $0 != "\n" }) }

    /// The last lines of what programs wrote about it; empty when they wrote nothing.
    package var details: String { message.split(separator: "\n").dropFirst().joined(separator: "\n") }

    /// Whether it comes of there being no room left.
    var isDiskFull: Bool {
        let noSpace = String(cString: strerror(ENOSPC))
        return switch self {
        case .diskFull: true
        case .startFailed(_, let output, let log): output.contains(noSpace) || log.contains(noSpace)
        case .system(_, _, let errno): errno == ENOSPC
        default: false
        }
    }

    /// What went wrong and where; what programs wrote follows on lines of its own.
    package var message: String { (isDiskFull ? "the disk is full: " : "") + event }

    private var event: String {
        switch self {
        case .noHome:
            "there is no place for the private cluster: neither XDG_DATA_HOME nor HOME is set to an absolute path"
        case .missingBinaries(let override?):
            "ANNALS_PG_BIN is \(override), which does not hold a PostgreSQL server"
        case .missingBinaries(nil):
            "no PostgreSQL server is installed where annals looks for one"
        case .unsupportedVersion(let found, let directory):
            "PostgreSQL \(found) in \(directory) is too old: annals needs \(ServerVersion.oldestSupported) or newer"
        case .otherMajor(let path, let needed, let installed):
            "the private cluster in \(path) was made by PostgreSQL \(needed), but installed is "
                + "\(installed.joined(separator: ", "))"
        case .rootWithoutServerUser(let name):
            "PostgreSQL refuses to run as root, and there is no user \(name) to run it as"
        case .rootWithoutLauncher:
            "PostgreSQL refuses to run as root, and neither runuser nor setpriv is there to run it as another user"
        case .unusablePath(let path):
            "PostgreSQL cannot run in \(path): the path has one of the characters $ ` \" \\ or a line break"
        case .unreachable(let path, let user):
            "the user \(user), as whom PostgreSQL runs for root, cannot enter \(path)"
        case .foreignDirectory(let path, let reason):
            "\(path) is not a private cluster of annals: \(reason)"
        case .directoryNotPrivate(let path, let user):
            "\(path) must be a directory that belongs to \(user) and that nobody else can enter"
        case .cannotCreate(let path, let reason):
            "cannot create \(path): \(reason)"
        case .diskFull(let path, let output):
            "no space left for the private cluster in \(path)\n\(output)"
        case .initializationFailed(let path, let output):
            "initdb could not create the private cluster in \(path)\n\(output)"
        case .notCreated(let path):
            "there is no private cluster in \(path)"
        case .startFailed(let path, let output, let log):
            "the private cluster in \(path) did not start\n\(log.isEmpty ? output : log)"
        case .stopFailed(let path, let output):
            "the private cluster in \(path) did not stop\n\(output)"
        case .system(let operation, let path, let errno):
            "cannot \(operation) \(path): \(String(cString: strerror(errno)))"
        }
    }

    package var description: String { message + "\nhelp: " + help }
}
