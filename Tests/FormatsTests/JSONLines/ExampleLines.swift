import Formats
import FoundationEssentials

/// The lines of the example record.
enum ExampleLines {
    /// The files of the example record.
    static let files = ["afghanistan.jsonl", "afghanistan-corrections.jsonl"]

    /// Every line of them.
    static func all() throws -> [[UInt8]] {
        try files.flatMap(lines)
    }

    /// The lines of one of them.
    static func lines(of file: String) throws -> [[UInt8]] {
        var folder = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            guard folder.path != "/" else { throw CocoaError(.fileNoSuchFile) }
            folder.deleteLastPathComponent()
        }
        let bytes = try Data(contentsOf: folder.appending(path: "Sources/Commands/Examples/\(file)"))
        var splitter = LineSplitter()
        let lines = splitter.lines(in: Array(bytes)[...]) + [splitter.lastLine()].compactMap(\.self)
        return try lines.map { try Array($0.content.get()) }
    }
}
