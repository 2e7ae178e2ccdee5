import EventLog
import Glibc
import Support
import Testing

/// What `annals audit` says to files that are no receipts, or no longer.
struct BadReceiptTests {
    private let receipts: Receipts
    private let user: User
    private let good: String

    init() throws {
        user = try User.ofExample()
        receipts = try Receipts()
        _ = try receipts.receipt(
            "good",
            of: ["show", "taliban", "us", "--at", "2020-06-01", "--known", "#160"],
            by: user
        )
        good = try receipts.text("good")
    }

    /// Edits to a good receipt, and what is said of them.
    @Test(arguments: [
        ("\"in-force\"", "\"signed\"", "it was edited: the answer in it does not give the digest it names"),
        ("\"day\":\"2020-06-01\"", "\"day\":\"2020-06-02\"", "it was edited: what it says does not give"),
        ("\"position\":162", "\"position\":161", "it was edited: what it says does not give"),
        ("\"rulebook\":1,\n", "", "it lacks rulebook"),
        ("\"asked\":\"us\",", "", "it lacks question.actors[1].asked"),
        ("\"limit\":null", "\"limit\":null,\"mood\":\"fine\"", "question.mood is nothing a receipt has"),
        ("\"annals_receipt\":1", "\"annals_receipt\":2", "it is of format 2, and this annals reads format 1"),
        ("\"annals_receipt\":1,", "", "it is not a receipt"),
        ("\"rulebook\":1,\n", "\"rulebook\":9,\n", "it rests on rulebook 9, which this annals does not have"),
        ("\"verb\":\"show\"", "\"verb\":\"dance\"", "question.verb is not a command that gives receipts"),
        (
            "\"verb\":\"show\"", "\"verb\":\"actor list\"",
            "question.actors are not what actor list asks about"
        ),
        (
            "\"asked\":\"#160\",\"position\":160", "\"asked\":\"#160\",\"position\":-1",
            "position is not a number"
        ),
        ("\"origin\":\"annals", "\"origin\":7,\"x\":\"annals", "log.x is nothing a receipt has"),
        ("\"origin\":\"annals", "\"origin\":\"annalz", "it was edited: what it says does not give"),
        ("\"root\":\"", "\"root\":\"x", "log.root is not a hash"),
        ("\"streams\":[", "\"streams\":[7,", "streams[0] is not an object"),
        ("\"answer\":[", "\"answer\":1,\"answer\":[", "\"answer\" stands twice"),
        ("\"rulebook\":1,\n", "\"rulebook\":1.5,\n", "1.5 is not a whole number"),
        ("\n}\n", "\n", "is cut off, damaged, or no receipt"),
        ("\n}\n", "\n} and more\n", "is cut off, damaged, or no receipt"),
    ])
    func `an edited receipt is refused, and what was edited is named`(
        _ old: String,
        _ new: String,
        _ message: String
    ) throws {
        try #require(good.contains(old))
        let file = try receipts.write(
            "edited",
            Array(good.replacing(old, with: new, maxReplacements: 1).utf8)
        )
        let outcome = try user.annals("audit", file)
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.errors.contains("\nhelp: ") || message.contains("lacks") || message.contains("is no"))
    }

    @Test
    func `a receipt cut off anywhere is refused`() throws {
        let bytes = Array(good.utf8)
        for length in stride(from: 0, to: bytes.count - 2, by: bytes.count / 25) {
            let file = try receipts.write("cut", Array(bytes.prefix(length)))
            #expect(try user.annals("audit", file).status == 65, "\(length) of \(bytes.count) bytes")
        }
    }

    @Test
    func `one laid out otherwise is the same receipt`() throws {
        let file = try receipts.write(
            "pretty",
            Array(good.replacing(",", with: " ,\n  ", maxReplacements: 8).utf8)
        )
        #expect(try user.annals("audit", file).status == 0)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x00], Array("[]".utf8), Array("{}".utf8), Array("null\n".utf8), [0, 0]])
    func `junk is refused`(_ bytes: [UInt8]) throws {
        let outcome = try user.annals("audit", receipts.write("junk", bytes))
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("error[receipt]: "))
    }

    @Test
    func `what is not there, or is a directory, is no input`() throws {
        for path in [receipts.path("nothing"), receipts.directory] {
            let outcome = try user.annals("audit", path)
            #expect(outcome.status == 66)
            #expect(outcome.errors.contains("error[receipt]: cannot read \(path): "))
        }
        #expect(try user.annals("audit").status == 64)
    }

    @Test
    func `a file of a gigabyte is refused by its size`() throws {
        let file = try receipts.write("large", [])
        #expect(truncate(file, 1 << 30) == 0)
        let outcome = try user.annals("audit", file)
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("\(file) is larger than the 32 MB a receipt may have"))
    }

    @Test
    func `one that was sealed again with another day is found out by what was asked`() throws {
        let day = good.replacing("\"day\":\"2020-06-01\"", with: "\"day\":\"2020-05-01\"")
        let outcome = try user.annals("audit", receipts.write("forged", Receipts.sealed(day)))
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(/--at +2020-05-01 +2020-06-01/))
    }
}
