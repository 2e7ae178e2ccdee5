import EventLog
import FoundationEssentials
import Support

/// A directory for receipts, removed with what is in it.
final class Receipts {
    let directory: String

    init() throws {
        directory = try TemporaryDirectory.make(prefix: "annals-receipts-")
    }

    deinit {
        TemporaryDirectory.remove(directory)
    }

    /// Where a receipt of this name is, or would be.
    func path(_ name: String) -> String { "\(directory)/\(name).json" }

    /// What is in the directory.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory).sorted() }
    }

    /// The text of a receipt.
    func text(_ name: String) throws -> String {
        try String(contentsOfFile: path(name), encoding: .utf8)
    }

    /// Writes a file instead of a receipt, and gives its path.
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(filePath: path(name)))
        return path(name)
    }

    /// Asks for an answer with a receipt, and gives the path of the receipt.
    func receipt(_ name: String, of question: [String], by user: User) throws -> String {
        let outcome = try user.annals(question + ["--receipt", path(name)])
        guard outcome.status <= 1 else { throw NotGiven(errors: outcome.errors) }
        return path(name)
    }

    /// The text of a receipt that was edited, sealed again by somebody who knows how.
    static func sealed(_ text: String) -> [UInt8] {
        // The last line of a receipt is over all others as one line of JSON.
        let body = text.split(separator: "\n").dropLast(2).joined().dropLast()
        let seal = Hash(of: Array("\(body)}".utf8)).bytes.hexadecimal
        return Array("\(body),\"receipt_sha256\":\"\(seal)\"}".utf8)
    }

    struct NotGiven: Error {
        let errors: String
    }
}
