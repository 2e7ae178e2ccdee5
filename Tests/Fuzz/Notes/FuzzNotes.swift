import CLibFuzzer
import EventLog
import Glibc

/// Any text is a signed note, a checkpoint or a key, which is written as the same text, or is refused with words.
@main enum FuzzNotes {
    static func main() {
        exit(
            fuzz(CommandLine.argc, CommandLine.unsafeArgv) { start, count in
                let input = UnsafeBufferPointer(start: start, count: count)
                FuzzNotes.read(String(decoding: input, as: UTF8.self))
                return 0
            }
        )
    }

    private static func read(_ text: String) {
        if let key = VerifierKey(text) {
            precondition(key.description.utf8.elementsEqual(text.utf8), "a key written otherwise")
        }
        guard let note = SignedNote(text) else { return }
        precondition(note.description.utf8.elementsEqual(text.utf8), "a note written otherwise")
        do throws(Checkpoint.Malformed) {
            let checkpoint = try Checkpoint(text: note.text)
            precondition(checkpoint.text.utf8.elementsEqual(note.text.utf8), "a checkpoint written otherwise")
        } catch {
            precondition(error.line > 0 && !error.reason.isEmpty, "refused without a place or a reason")
        }
    }
}
