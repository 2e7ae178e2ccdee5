/// Text in mdoc(7), the language of manual pages, which both mandoc and groff read.
struct Manual {
    private(set) var text = ".\\\" -*- mode: troff; coding: utf-8 -*-\n"

    /// A macro with its words.
    mutating func macro(_ name: String, _ words: String...) {
        text += ([".\(name)"] + words.filter { !$0.isEmpty }.map(Self.word)).joined(separator: " ") + "\n"
    }

    /// A macro whose words are macros themselves.
    mutating func line(_ raw: String) {
        text += raw + "\n"
    }

    /// A paragraph: each sentence begins a line, as mdoc wants it, and no line is long.
    mutating func paragraph(_ written: String) {
        for sentence in Self.sentences(written) {
            var line = ""
            for word in sentence.split(separator: " ").map({ Self.escaped(String($0)) }) {
                if line.utf8.count + word.utf8.count > 78, !line.isEmpty {
                    text += line + "\n"
                    line = ""
                }
                line += line.isEmpty ? word : " " + word
            }
            text += line + "\n"
        }
    }

    /// Lines as they are.
    mutating func display(_ lines: [Substring]) {
        text += ".Bd -literal\n"
        for line in lines { text += Self.escaped(String(line)) + "\n" }
        text += ".Ed\n"
    }

    /// One word of a macro, in quotes where it needs them.
    static func word(_ written: String) -> String {
        let escaped = escaped(written)
        let isPlain = !escaped.contains { $0 == " " || $0 == "\"" } && !isMacroOrDelimiter(escaped)
        return isPlain ? escaped : "\"" + escaped.replacing("\"", with: "\\(dq") + "\""
    }

    /// Text that is taken for nothing but itself.
    static func escaped(_ written: String) -> String {
        let text = written.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing(
            "'",
            with: "\\(aq"
        )
        .replacing("`", with: "\\(ga").replacing("^", with: "\\(ha").replacing("~", with: "\\(ti")
        return text.hasPrefix(".") ? "\\&" + text : text
    }

    private static func isMacroOrDelimiter(_ word: String) -> Bool {
        word.utf8.count <= 3 && (word.first?.isUppercase == true || word.first?.isPunctuation == true)
    }

    private static func sentences(_ written: String) -> [String] {
        var sentences: [String] = []
        for line in written.split(separator: "\n") {
            var rest = line[...]
            while let end = rest.firstRange(of: ". ") {
                sentences.append(rest[..<end.lowerBound] + ".")
                rest = rest[end.upperBound...]
            }
            sentences.append(String(rest))
        }
        return sentences.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
}
