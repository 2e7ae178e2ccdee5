/// Words as a POSIX shell reads them, for commands that are suggested.
enum Shell {
    /// A word, in quotes where it needs them.
    static func word(_ word: String) -> String {
        let word = Printable.line(word, most: 60)
        let isPlain = word.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:,+@%".contains($0))
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }

    /// Words with a space between them.
    static func words(_ words: [String]) -> String { words.map(word).joined(separator: " ") }
}
