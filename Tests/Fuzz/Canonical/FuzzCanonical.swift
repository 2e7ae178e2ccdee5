import CLibFuzzer
import EventLog
import Glibc

/// Any bytes are what an entry says, which is written as the same bytes, or are refused with a place and words.
@main enum FuzzCanonical {
    static func main() {
        exit(
            fuzz(CommandLine.argc, CommandLine.unsafeArgv) { start, count in
                FuzzCanonical.read([UInt8](UnsafeBufferPointer(start: start, count: count)))
                return 0
            }
        )
    }

    private static func read(_ bytes: [UInt8]) {
        do throws(CanonicalContent.Malformed) {
            let content = try CanonicalContent(bytes)
            precondition(content.bytes == bytes, "written otherwise than it was read")
            precondition((try? CanonicalContent(content.bytes)) == content, "read otherwise the next time")
        } catch {
            precondition((0...bytes.count).contains(error.offset), "refused at a place there is not")
            precondition(!error.reason.isEmpty, "refused without a reason")
        }
    }
}
