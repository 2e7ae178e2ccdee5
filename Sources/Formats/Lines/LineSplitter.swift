import Annals

/// Cuts bytes, in whatever chunks they were read, into numbered lines.
///
/// A line ends with LF or CRLF; the last one may end with the file. A byte-order mark at the very start and
/// blank lines are left out. Only the line that a chunk leaves unfinished is held, so memory does not grow with
/// the file.
///
///     var splitter = LineSplitter()
///     while let chunk = try file.read() {
///         for line in splitter.lines(in: chunk) { … }
///     }
///     if let line = splitter.lastLine() { … }
package struct LineSplitter: Sendable {
    /// The most bytes a line may have, its ending not counted: 16 MiB.
    package static let longest = 16 * 1024 * 1024

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let longest: Int
    private var number = 0
    private var held: [UInt8] = []
    /// The current line is too long: what comes of it is dropped until its end.
    private var isSkipping = false

    /// Whether the line it is in has too many bytes already, and no end yet.
    package var isInLineTooLong: Bool { isSkipping }

    /// A splitter at the start of a file, refusing lines of more bytes than `longest`.
    package init(longest: Int = Self.longest) {
        self.longest = longest
    }

    /// The lines that end in the next chunk of the file.
    package mutating func lines(in chunk: ArraySlice<UInt8>) -> [NumberedLine] {
        var lines: [NumberedLine] = []
        var rest = chunk
        while let feed = rest.firstIndex(of: Self.lineFeed) {
            if let line = endLine(with: rest[..<feed]) { lines.append(line) }
            rest = rest[(feed + 1)...]
        }
        hold(rest)
        return lines
    }

    /// The line the file ended in without a line ending, if there is one.
    package mutating func lastLine() -> NumberedLine? {
        held.isEmpty && !isSkipping ? nil : endLine(with: [])
    }

    private mutating func hold(_ part: ArraySlice<UInt8>) {
        guard !isSkipping else { return }
        // One byte more than allowed, which may turn out to be the CR of the line's ending.
        if held.count + part.count > longest + 1 {
            isSkipping = true
            held = []
        } else {
            held += part
        }
    }

    private mutating func endLine(with part: ArraySlice<UInt8>) -> NumberedLine? {
        number += 1
        var line = part
        if !held.isEmpty {
            hold(part)
            line = held[...]
            held = []
        }
        if line.last == Self.carriageReturn { line = line.dropLast() }
        guard !isSkipping, line.count <= longest else {
            isSkipping = false
            return NumberedLine(number: number, content: .failure(tooLong))
        }
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        guard !line.allSatisfy(Self.isBlank) else { return nil }
        let problem = Problem(notUTF8: line)
        return NumberedLine(number: number, content: problem.map(Result.failure) ?? .success(line))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == carriageReturn
    }

    private var tooLong: Problem {
        Problem(
            "line",
            "the line is longer than \(longest) bytes",
            help: "is this a file of lines? each record ends with a line break"
        )
    }
}
