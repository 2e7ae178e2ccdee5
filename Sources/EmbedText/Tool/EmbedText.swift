import FoundationEssentials
import Glibc

/// Writes a Swift file that holds the text of other files:
/// `EmbedTextTool OUTPUT TYPE ROOT PATH…`, each path relative to the root.
@main
enum EmbedText {
    static func main() {
        do {
            try run(CommandLine.arguments.dropFirst())
        } catch {
            print("error: \(error)")
            exit(1)
        }
    }

    private static func run(_ arguments: ArraySlice<String>) throws {
        guard arguments.count >= 3 else {
            throw EmbedTextError.usage
        }
        let (output, type, root) = (arguments[1], arguments[2], URL(filePath: arguments[3]))
        let files = try arguments.dropFirst(3).map { path in
            (path: path, text: try text(of: root.appending(path: path)))
        }
        let source = EmbeddedType(name: type, files: files).source
        try Data(source.utf8).write(to: URL(filePath: output), options: .atomic)
    }

    /// The text of a file, byte for byte.
    ///
    /// - Throws: When it cannot be read, or when it is not UTF-8: a Swift string could not give it back.
    private static func text(of file: URL) throws -> String {
        guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
            throw EmbedTextError.notUTF8(file.path)
        }
        return text
    }
}
