import Crypto
import EventLog
import Formats
import Glibc
import Postgres

/// A file to import: its bytes from first to last, as often as they are wanted, unpacked where they are packed.
///
/// Standard input, or a pipe, is kept in a temporary file, so that it can be looked through before anything is
/// written.
final class ImportFile {
    /// As it was named; `-` for standard input.
    let path: String
    private let descriptor: Int32
    private let isPacked: Bool
    private let before: Status

    /// What tells that it is still the same.
    private struct Status: Equatable {
        let size, seconds, nanoseconds: Int

        init(_ status: stat) {
            size = Int(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    /// Bytes read at once.
    private static let chunk = 1 << 20

    init(_ path: String) throws {
        self.path = path
        let file = path == "-" ? 0 : Input.open(path)
        guard file >= 0 else { throw Self.unreadable(path, String(cString: strerror(errno))) }
        var status = stat()
        if path == "-" || fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO {
            defer { if file > 0 { close(file) } }
            descriptor = try Self.kept(file, named: path)
        } else {
            descriptor = file
        }
        guard fstat(descriptor, &status) == 0 else {
            throw Self.unreadable(path, String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let what = status.st_mode & S_IFMT == S_IFDIR ? "it is a directory" : "it is no file"
            throw Self.unreadable(path, what, help: "name a file, or give - to read standard input")
        }
        guard status.st_size > 0 else {
            throw Self.unreadable(path, "it is empty", help: "check how it was made")
        }
        before = Status(status)
        var magic: [UInt8] = [0, 0]
        isPacked = pread(descriptor, &magic, 2, 0) == 2 && magic == [0x1F, 0x8B]
    }

    deinit { close(descriptor) }

    /// Its size in bytes, as it lies there.
    var size: Int { before.size }

    /// Its bytes from the first on, unpacked.
    func bytes() throws -> Bytes {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw Self.unreadable(path, "it cannot be read again")
        }
        return Bytes(file: self, unpacking: isPacked ? try Gunzip(of: descriptor) : nil)
    }

    /// A file that is being read.
    struct Bytes: ~Copyable {
        private let file: ImportFile
        private let unpacking: Gunzip?
        private var buffer = [UInt8](repeating: 0, count: ImportFile.chunk)

        fileprivate init(file: ImportFile, unpacking: Gunzip?) {
            self.file = file
            self.unpacking = unpacking
        }

        /// Some more, with how many of those that lie there were read; nil at the end.
        ///
        /// - Throws: also when the file changed since it was opened: what was read is then of no file there ever was.
        mutating func next() throws -> (ArraySlice<UInt8>, Int)? {
            while true {
                // A Ctrl-C at a terminal ends what unpacks as well.
                if Interrupt.isRaised { throw Failure.interrupted() }
                let count = read(unpacking?.output ?? file.descriptor, &buffer, ImportFile.chunk)
                if count > 0 { return (buffer[..<count], Int(lseek(file.descriptor, 0, SEEK_CUR))) }
                if count == 0 { break }
                guard errno == EINTR else {
                    throw ImportFile.unreadable(file.path, String(cString: strerror(errno)))
                }
            }
            if Interrupt.isRaised { throw Failure.interrupted() }
            if let unpacking, !unpacking.finish() {
                throw Failure(
                    .badData,
                    "input",
                    "\(file.path) is a damaged gzip file: it ends or breaks before its end",
                    help: "fetch it again; gzip --test shows whether it is whole"
                )
            }
            try file.refuseChange()
            return nil
        }
    }

    /// Its first line that is not blank; nil when that is longer than a line may be, or not UTF-8.
    func firstLine() throws -> ArraySlice<UInt8>? {
        var splitter = LineSplitter()
        var bytes = try bytes()
        while let (more, _) = try bytes.next() {
            if let line = splitter.lines(in: more).first { return try? line.content.get() }
        }
        return try? splitter.lastLine()?.content.get()
    }

    /// The SHA-256 of its bytes as they lie there, in hexadecimal digits.
    func digest() throws -> String {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw Self.unreadable(path, "it cannot be read again")
        }
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: Self.chunk)
        while true {
            if Interrupt.isRaised { throw Failure.interrupted() }
            let count = read(descriptor, &buffer, Self.chunk)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.unreadable(path, String(cString: strerror(errno))) }
            if count == 0 { return Array(hash.finalize()).hexadecimal }
            buffer.withUnsafeBytes {
                hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
            }
        }
    }

    private func refuseChange() throws {
        var status = stat()
        guard fstat(descriptor, &status) == 0, Status(status) == before else {
            throw Failure(
                .badData,
                "input",
                "\(path) was changed while it was read",
                help: "wait until it is whole, and give the same command again: what is in is not taken twice"
            )
        }
    }

    /// A copy of what comes through a pipe, in a file without a name.
    private static func kept(_ pipe: Int32, named path: String) throws -> Int32 {
        var name = Array("/tmp/annals-import-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw unreadable(path, String(cString: strerror(errno))) }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(name)
        do {
            try copy(pipe, named: path, to: file)
        } catch {
            close(file)
            throw error
        }
        return file
    }

    private static func copy(_ pipe: Int32, named path: String, to file: Int32) throws(Failure) {
        var buffer = [UInt8](repeating: 0, count: chunk)
        var size = 0
        var hasLineEnd = false
        while true {
            let count = try Input.next(pipe, &buffer) { unreadable(path, $0) }
            if count == 0 { return }
            try write(buffer[..<count], to: file)
            // What never ends a line is no file of lines, and would only fill the disk. Packed bytes have some by chance.
            hasLineEnd = hasLineEnd || buffer[..<count].contains(UInt8(ascii: "\n"))
            size += count
            if !hasLineEnd, size > LineSplitter.longest {
                throw Failure(
                    .badData,
                    "input",
                    "\(spoken(path)) has no line break in its first \(size) bytes",
                    help: "give a file of lines: the first may have \(LineSplitter.longest) bytes"
                )
            }
        }
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(Failure) {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard written > 0 || errno == EINTR else {
                throw Failure(
                    .inputOutput,
                    "input",
                    "cannot keep what comes through a pipe in /tmp: \(String(cString: strerror(errno)))",
                    help: "make room there, or import from a file"
                )
            }
            rest = rest.dropFirst(max(0, written))
        }
    }

    private static func spoken(_ path: String) -> String {
        path == "-" ? "standard input" : Printable.line(path)
    }

    private static func unreadable(_ path: String, _ reason: String, help: String? = nil) -> Failure {
        Failure(
            .noInput,
            "input",
            "cannot read \(spoken(path)): \(reason)",
            help: help ?? "check the name, or give - for standard input"
        )
    }
}
