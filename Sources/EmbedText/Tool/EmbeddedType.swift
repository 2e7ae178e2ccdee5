/// A Swift type that holds files, as source.
struct EmbeddedType {
    let name: String
    let files: [(path: String, text: String)]

    /// The source of the type.
    var source: String {
        """
        // Made from the files it holds: edit those.

        package enum \(name) {
            /// The files, sorted by path.
            package static let files: [(path: String, text: String)] = [
        \(entries)
            ]
        }

        \(texts)

        """
    }

    private var entries: String {
        files.indices
            .map { "        (path: \(StringLiteral(files[$0].path).source), text: text\($0))," }
            .joined(separator: "\n")
    }

    private var texts: String {
        files.indices
            .map { "private let text\($0) = \(StringLiteral(files[$0].text).source)" }
            .joined(separator: "\n\n")
    }
}
