import ArgumentParser

/// Values that begin with a hyphen, which the parser would take for options: `--title '-5 percent'`.
enum HyphenedValues {
    /// The words with each such value joined to its option, as in `--title=-5 percent`; nil where there is none.
    ///
    /// - Throws: `Failure` for a value that is itself an option, which may be meant or a value forgotten, and for a word
    ///   that begins with a hyphen and can be neither option nor value.
    static func joined(_ words: [String], of root: any ParsableCommand.Type) throws(Failure) -> [String]? {
        guard mayHaveSome(words), let known = CommandWords(words, of: root) else { return nil }
        return try joined(words, known)
    }

    /// Whether any word may be one: asking the commands for their options takes as long as all the rest of a start.
    private static func mayHaveSome(_ words: [String]) -> Bool {
        zip([""] + words, words).contains { before, word in
            isHyphened(word) && (!looksLikeOption(word) || isHyphened(before) && !before.contains("="))
        }
    }

    /// The same, for the command that the words name.
    static func joined(_ words: [String], _ known: CommandWords) throws(Failure) -> [String]? {
        var joined = Array(words.prefix(known.depth))
        var isChanged = false
        var rest = words.dropFirst(known.depth)
        while let word = rest.popFirst(), word != "--" {
            guard let option = known.options[word], let value = rest.first else {
                if isHyphened(word), !known.isKnown(word), !looksLikeOption(word) { throw noOption(word) }
                joined.append(word)
                continue
            }
            rest.removeFirst()
            if isHyphened(value) {
                guard !known.isKnown(value) else { throw forgotten(word, option, value) }
                joined.append("\(option)=\(value)")
                isChanged = true
            } else {
                joined += [word, value]
            }
        }
        return isChanged ? joined + words.suffix(words.count - countBeforeTerminator(words)) : nil
    }

    private static func countBeforeTerminator(_ words: [String]) -> Int {
        words.firstIndex(of: "--") ?? words.count
    }

    private static func isHyphened(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

    /// `-x`, `--word`, `--word=…`: what the parser has something to say about.
    private static func looksLikeOption(_ word: String) -> Bool {
        let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
        return name.first?.isLetter == true
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    private static func forgotten(_ word: String, _ option: String, _ value: String) -> Failure {
        Failure(
            .usage,
            "usage",
            "\(word) has no value: \(Printable.line(value, most: 60)) is an option itself",
            help: "give it one; where that is the value, write \(Shell.word("\(option)=\(value)"))"
        )
    }

    private static func noOption(_ word: String) -> Failure {
        Failure(
            .usage,
            "usage",
            "\"\(Printable.line(word, most: 60))\" begins with a hyphen, and is no option",
            help: "put it behind all options, after the word --"
        )
    }
}
