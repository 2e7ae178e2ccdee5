import Glibc

/// Where a command writes what somebody asked for with `-o`: a new file, there whole or not at all, or standard
/// output for `-`.
///
/// The file is written beside, under another name, and gets its own when all of it is on the disk. A file that
/// is there already is never replaced: it may be the evidence the new one is to be compared with.
final class OutputFile {
    /// Bytes kept back until there are so many.
    private static let chunk = 65_536

    private let path: String
    private let temporary: String
    private var file: Int32 = -1
    private var bytes: [UInt8] = []
    /// Its place among the files that are not left behind.
    private var slot: Int?

    var isStandardOutput: Bool { path == "-" }

    /// What it is called, without its directory.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    init(_ path: String) throws(Failure) {
        self.path = path
        temporary = "\(path).\(getpid()).part"
        guard !isStandardOutput else { return }
        guard !path.isEmpty else { throw cannotCreate("it has no name") }
        try refuseExisting()
        slot = PartialFiles.all.add(temporary)
        file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else {
            PartialFiles.all.remove(slot)
            throw cannotCreate(Self.reason)
        }
    }

    deinit {
        guard file >= 0 else { return }
        close(file)
        unlink(temporary)
        PartialFiles.all.remove(slot)
    }

    /// Writes some text.
    func write(_ text: String) throws(Failure) {
        bytes += text.utf8
        if bytes.count >= Self.chunk { try flush() }
    }

    /// Writes some bytes, which may be very many: only some of them are ever held.
    func write(_ text: UnsafeRawBufferPointer) throws(Failure) {
        var rest = text[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.chunk)
            bytes += part
            rest = rest.dropFirst(part.count)
            if bytes.count >= Self.chunk { try flush() }
        }
    }

    /// Gives the file its name, once all of it is on the disk.
    func finish() throws(Failure) {
        try flush()
        guard !isStandardOutput else { return }
        guard fsync(file) == 0 else { throw cannotWrite() }
        try refuseExisting()
        guard rename(temporary, path) == 0 else { throw cannotCreate(Self.reason) }
        PartialFiles.all.remove(slot)
        close(file)
        file = -1
        // A file system that cannot do this keeps names in its own way.
        let directory = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if directory >= 0 {
            fsync(directory)
            close(directory)
        }
    }

    private func flush() throws(Failure) {
        defer { bytes.removeAll(keepingCapacity: true) }
        if isStandardOutput { return try Console.standard.write(bytes) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                throw cannotWrite()
            }
        }
    }

    private func refuseExisting() throws(Failure) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        throw Failure(
            .cannotCreate,
            "output",
            "\(path) is there already",
            help: "give another name; it is never replaced, so that the two can be compared"
        )
    }

    private func cannotCreate(_ reason: String) -> Failure {
        Failure(
            .cannotCreate,
            "output",
            "cannot create \(path): \(reason)",
            help: "name a file in a directory you may write to, or give - for standard output"
        )
    }

    private func cannotWrite() -> Failure {
        Failure(
            .inputOutput,
            "output",
            "cannot write \(path): \(Self.reason)",
            help: "make room, or write elsewhere",
            outcome: "No file was left behind."
        )
    }

    private var parent: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
