import Annals
import Formats

/// The words behind `annals`, as the system hands them over.
enum Arguments {
    /// All of them.
    ///
    /// What is written ends in a log that nobody can edit, and Swift itself would read a byte that is not UTF-8 as
    /// U+FFFD, without a word: such arguments are refused.
    ///
    /// - Throws: `Failure` with the argument, the byte, and what to do.
    static func given() throws(Failure) -> [String] {
        var words: [String] = []
        for number in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[number] else { break }
            words.append(try text(of: bytes(argument), number: number, after: words.last))
        }
        return words
    }

    /// The bytes of a C string.
    static func bytes(_ string: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        var next = string
        while next.pointee != 0 {
            bytes.append(UInt8(bitPattern: next.pointee))
            next += 1
        }
        return bytes
    }

    private static func text(of bytes: [UInt8], number: Int, after before: String?) throws(Failure) -> String
    {
        let option = before.flatMap {
            $0.hasPrefix("--") && !$0.contains("=") ? " (after \(Printable.line($0)))" : nil
        }
        if let problem = Problem(notUTF8: bytes[...], of: "argument \(number)\(option ?? "")", help: help) {
            throw Failure(.badData, problem, outcome: "Nothing was done.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let help =
        "write it in UTF-8, as a terminal with a UTF-8 locale does (see locale), or convert it: "
        + "\"$(printf %s \"$TEXT\" | iconv -f LATIN1 -t UTF-8)\""
}
