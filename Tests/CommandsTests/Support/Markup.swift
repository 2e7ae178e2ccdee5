import Glibc
import Support

/// Markup as Python's strict parser of XML reads it, where Python is installed.
enum Markup {
    static let isReadable = (try? said(in: "<a/>")) != nil

    struct Malformed: Error {
        let reason: String
    }

    /// The name of each element, the values of its attributes, and the texts in it and after it.
    static func said(in markup: String) throws -> [String] {
        let script = """
            import json, sys, xml.etree.ElementTree as tree
            root = tree.fromstring(sys.stdin.buffer.read())
            said = [[e.tag.split("}")[-1], *e.attrib.values(), e.text or "", e.tail or ""] for e in root.iter()]
            print(json.dumps(sum(said, [])))
            """
        let file = try ProgramRun.namelessFile(holding: Array(markup.utf8))
        defer { close(file) }
        let end = try ProgramRun(
            "python3",
            ["-c", script],
            environment: ["PATH": TemporaryDirectory.processEnvironment["PATH"] ?? "/usr/bin:/bin"],
            directory: "/",
            input: file
        ).end()
        guard end.status == 0 else { throw Malformed(reason: end.errors) }
        return try Tree(end.output).array.compactMap(\.string)
    }
}
