import Glibc
import Support

/// What others wrote to read our files with, where it is installed.
enum Installed {
    /// Whether Graphviz is there.
    static let graphviz = (try? run("dot", ["-K", "dot", "-T", "dot"], input: "graph {}")) != nil

    /// What a program said that could not read a file, or only with complaints.
    struct Complaint: Error {
        let text: String
    }

    /// Whether Python 3 is there, with these packages.
    static func python(with packages: String...) -> Bool {
        (try? python("import sys" + packages.map { ", \($0)" }.joined(), input: "")) != nil
    }

    /// The lines a Python script prints, which is given a text on standard input.
    static func python(_ script: String, input: String) throws -> [String] {
        try run("python3", ["-c", script], input: input)
    }

    /// The lines a program prints, which is given a text on standard input.
    static func run(_ program: String, _ arguments: [String], input: String) throws -> [String] {
        let file = try ProgramRun.namelessFile(holding: Array(input.utf8))
        defer { close(file) }
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        let end = try ProgramRun(
            program,
            arguments,
            environment: ["PATH": path, "PYTHONIOENCODING": "utf-8"],
            directory: "/",
            input: file
        ).end()
        guard end.status == 0, end.errors.isEmpty else { throw Complaint(text: end.errors) }
        return end.output.split(separator: "\n").map { String($0) }
    }
}
