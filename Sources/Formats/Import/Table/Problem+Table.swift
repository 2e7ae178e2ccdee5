import Annals

extension Problem {
    /// A field goes on after its closing quote.
    static func misquoted(on line: Int, openedOn opened: Int) -> Problem {
        Problem(
            "quote",
            line == opened
                ? "something follows the closing quote of a field"
                : "the quote opened here is closed in the middle of line \(line)",
            help: "close the field before its separator, and write a quote within it twice: \"\""
        )
    }

    /// A quote is never closed.
    static func unclosedQuote(_ place: String) -> Problem {
        Problem(
            "quote",
            "the quote opened here is not closed \(place)",
            help: "close it, or write a quote that belongs to the text as \"\" within a field in quotes"
        )
    }

    /// A record has too many bytes.
    static func tooLongRecord(_ longest: Int) -> Problem {
        Problem(
            "line",
            "the record is longer than \(longest) bytes",
            help: "is this a table? each record ends with a line break"
        )
    }

    /// The same, of a file in one of the encodings that spreadsheets of old still write.
    static func inAnotherEncoding(_ problem: Problem) -> Problem {
        Problem(
            problem.topic,
            problem.message,
            written: problem.written,
            range: problem.range,
            help: "the file seems to be Latin-1 or Windows-1252; save it as UTF-8, or convert it: "
                + "iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"
        )
    }

    /// What is told of a file in UTF-16; nil when it has none of the marks of one.
    init?(ofUTF16 start: ArraySlice<UInt8>) {
        let isMarked = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        guard isMarked else { return nil }
        self.init(
            "text",
            "the file is UTF-16, not UTF-8",
            help: "save it as \"CSV UTF-8\", or convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW"
        )
    }
}
