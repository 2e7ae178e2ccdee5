import Annals
import CLibFuzzer
import Glibc

/// Any text is a date, kept as written with its bounds in order, or is refused with words that help.
@main enum FuzzDates {
    static func main() {
        exit(
            fuzz(CommandLine.argc, CommandLine.unsafeArgv) { start, count in
                let input = UnsafeBufferPointer(start: start, count: count)
                FuzzDates.read(String(decoding: input, as: UTF8.self))
                return 0
            }
        )
    }

    private static func read(_ text: String) {
        do throws(DateError) {
            let date = try EDTF(text)
            let bounds = date.bounds
            precondition(date.text == text, "not as written")
            precondition(bounds.beginEarliest <= bounds.beginLatest, "begins out of order")
            precondition(bounds.endEarliest <= bounds.endLatest, "ends out of order")
            precondition(bounds.beginEarliest < bounds.endLatest, "ends before it begins")
        } catch {
            precondition(!error.message.isEmpty && !error.help.isEmpty, "refused without a reason")
        }
    }
}
