import Annals
import CLibFuzzer
import Formats
import Glibc

/// Any file is cut into the same lines however it is read, and each line means something, and the same when it
/// is written and read again, or is refused with words that help.
@main enum FuzzLines {
    static func main() {
        exit(
            fuzz(CommandLine.argc, CommandLine.unsafeArgv) { start, count in
                FuzzLines.read([UInt8](UnsafeBufferPointer(start: start, count: count)))
                return 0
            }
        )
    }

    /// The first byte of the input says how much of the rest is read at a time.
    private static func read(_ input: [UInt8]) {
        guard let size = input.first else { return }
        let file = input.dropFirst()
        let lines = cut(file, into: Int(size) + 1)
        precondition(lines == cut(file, into: max(file.count, 1)), "cut otherwise in other chunks")
        for line in lines {
            switch line.content {
            case .success(let bytes): read(line: bytes)
            case .failure(let problem): precondition(!problem.message.isEmpty, "refused without a reason")
            }
        }
    }

    private static func cut(_ file: ArraySlice<UInt8>, into size: Int) -> [NumberedLine] {
        var splitter = LineSplitter(longest: 1000)
        var lines: [NumberedLine] = []
        var rest = file
        while !rest.isEmpty {
            lines += splitter.lines(in: rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        if let last = splitter.lastLine() { lines.append(last) }
        return lines
    }

    private static func read(line bytes: ArraySlice<UInt8>) {
        do throws(Problems) {
            let line = try JSONLine(bytes)
            // Nothing is said of it, so nothing is written.
            if case .event(nil, EventDraft()) = line { return }
            var written: [UInt8] = []
            line.write(to: &written)
            let again = try? JSONLine(written[...])
            precondition(again == line, "written as \(String(decoding: written, as: UTF8.self))")
        } catch {
            precondition(!error.list.isEmpty, "refused without a reason")
        }
    }
}
