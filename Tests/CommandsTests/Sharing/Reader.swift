import Glibc
import Support

/// Programs of others that read what we export, where they are installed.
enum Reader {
    /// What a program said that could not read a file, or only with complaints.
    struct Complaint: Error {
        let text: String
    }

    /// Whether Python 3 is there, with these packages.
    static func hasPython(with packages: String...) -> Bool {
        (try? python("import sys" + packages.map { ", \($0)" }.joined(), reading: "")) != nil
    }

    /// The lines a Python script prints, which is given a text on standard input.
    static func python(_ script: String, reading text: String) throws -> [String] {
        let file = try ProgramRun.namelessFile(holding: Array(text.utf8))
        defer { close(file) }
        let path = TemporaryDirectory.processEnvironment["PATH"] ?? "/usr/bin:/bin"
        let end = try ProgramRun(
            "python3",
            ["-W", "ignore", "-c", script],
            environment: ["PATH": path, "HOME": "/tmp", "PYTHONIOENCODING": "utf-8"],
            directory: "/",
            input: file
        ).end()
        guard end.status == 0 else { throw Complaint(text: end.errors) }
        return end.output.split(separator: "\n").map { String($0) }
    }
}
