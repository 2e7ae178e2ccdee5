/// Why a file could not be embedded.
enum EmbedTextError: Error, CustomStringConvertible {
    case usage
    case notUTF8(String)

    var description: String {
        switch self {
        case .usage: "usage: EmbedTextTool OUTPUT TYPE ROOT PATH…"
        case .notUTF8(let file): "\(file) is not UTF-8, so it cannot be embedded as a string"
        }
    }
}
