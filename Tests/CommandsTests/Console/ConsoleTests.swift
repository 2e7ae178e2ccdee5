import Testing

@testable import Commands

/// What a console knows of where it writes.
struct ConsoleTests {
    @Test(arguments: ["132": 132, "1": 1, "0": 80, "-5": 80, "wide": 80, "": 80])
    func `COLUMNS says how wide to write, if it is a number`(written: String, columns: Int) {
        #expect(Console(environment: ["COLUMNS": written]).columns == columns)
    }

    @Test
    func `only a dumb terminal is dumb`() {
        #expect(Console(environment: ["TERM": "dumb"]).isDumb)
        #expect(!Console(environment: ["TERM": "xterm"]).isDumb)
        #expect(!Console(environment: [:]).isDumb)
    }
}
