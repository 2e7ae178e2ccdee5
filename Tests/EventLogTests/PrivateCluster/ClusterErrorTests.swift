import EventLog
import Glibc
import Testing

@Suite struct `an error of the private cluster` {
    static let all: [ClusterError] = [
        .noHome, .missingBinaries(override: nil), .missingBinaries(override: "/opt/pg"),
        .unsupportedVersion(found: "13.9", directory: "/opt/pg"),
        .otherMajor(path: "/data", needed: 15, installed: ["16.2", "17.0"]),
        .rootWithoutServerUser(name: "postgres"), .rootWithoutLauncher, .unusablePath("/$x"),
        .unreachable(path: "/root", user: "postgres"),
        .foreignDirectory(path: "/data", reason: "it is a file"),
        .directoryNotPrivate(path: "/data", user: "ada"), .cannotCreate(path: "/data", reason: "Read-only"),
        .diskFull(path: "/data", output: "full"), .initializationFailed(path: "/data", output: "failed"),
        .notCreated(path: "/data"), .startFailed(path: "/data", output: "", log: "FATAL"),
        .stopFailed(path: "/data", output: "timeout"), .system(operation: "open", path: "/data", errno: 13),
    ]

    @Test(arguments: all) func `says what happened and what to do`(error: ClusterError) {
        #expect(!error.message.isEmpty)
        #expect(!error.help.isEmpty)
        #expect(error.description == error.message + "\nhelp: " + error.help)
        #expect(!error.message.hasSuffix(".") && !error.help.hasSuffix("."))
    }

    @Test(arguments: [
        ClusterError.diskFull(path: "/data", output: "initdb: No space left on device"),
        .startFailed(
            path: "/data",
            output: "pg_ctl: could not start",
            log: "LOG: x\nFATAL: No space left on device"
        ),
        .startFailed(path: "/data", output: "pg_ctl: No space left on device", log: ""),
        .system(operation: "write", path: "/data/annals.conf.new", errno: ENOSPC),
    ])
    func `that comes of a full disk says so first, and what to do`(error: ClusterError) {
        #expect(error.headline.hasPrefix("the disk is full: "))
        #expect(error.headline.contains("/data") && error.headline.utf8.count < 120)
        #expect(!error.details.contains(error.headline))
        #expect(error.help.hasPrefix("free at least 100 MB there"))
    }

    @Test func `names the package to install`() {
        let help = ClusterError.missingBinaries(override: nil).help
        #expect(help.contains("apt-get install postgresql"))
        #expect(help.contains("dnf install postgresql-server"))
        #expect(help.contains("annals init --db URI"))
        #expect(
            ClusterError.otherMajor(path: "/d", needed: 16, installed: ["15.1"]).help.contains(
                "postgresql-16"
            )
        )
    }
}
