import Annals
import Crypto
import EventLog
import Postgres
import Support
import Testing

@Suite struct `a checkpoint` {
    /// Made with `openssl genpkey -algorithm ed25519`.
    private static let pem = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
        -----END PRIVATE KEY-----

        """
    private static let origin = "annals/018f0000-0000-4000-8000-000000000001"

    private func checkpoint(of log: Log, entries: Int) throws -> Checkpoint {
        try log.record(try samples(entries))
        return try log.checkpoint()
    }

    @Test func `is the origin, the size, the root, the time and the root of every block`() throws {
        let log = try TestDatabase().openLog()
        let checkpoint = try checkpoint(of: log, entries: 5)
        let head = try log.head()
        #expect(checkpoint.root.bytes == head.root)
        let lines = checkpoint.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 11)
        #expect(lines[0].hasPrefix("annals/"))
        #expect(lines[1] == "5")
        #expect(lines[3] == "recorded \(try #require(head.recordedAt))")
        #expect(lines[4] == "blocks of 1")
        let leaves: [String] = try log.connection.values(
            "select encode(leaf, 'base64') from annals.log order by position"
        )
        #expect(lines[5..<10].map(String.init) == leaves)
        #expect(lines[10] == "")
        #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    }

    @Test func `is of an empty log too`() throws {
        let checkpoint = try TestDatabase().openLog().checkpoint()
        #expect(checkpoint.position == Position(rawValue: 0))
        #expect(checkpoint.root == .emptyTree)
        #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    }

    @Test func `has at most 1,024 blocks`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(1023))
        for (size, blockSize, blocks) in [(1024, 1, 1024), (1025, 2, 513)] {
            let checkpoint = try checkpoint(of: log, entries: 1)
            #expect(checkpoint.position.rawValue == Int64(size))
            #expect(checkpoint.blockSize == Int64(blockSize))
            #expect(checkpoint.blocks.count == blocks)
            #expect(checkpoint.root.bytes == (try log.head()).root)
            #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
        }
    }

    @Test func `is refused when it was cut off or edited, wherever that is`() throws {
        let text = try checkpoint(of: try TestDatabase().openLog(), entries: 5).text
        for length in 0..<text.utf8.count {
            #expect(throws: Checkpoint.Malformed.self, "\(length) bytes") {
                try Checkpoint(text: String(decoding: text.utf8.prefix(length), as: UTF8.self))
            }
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in lines.indices.dropLast() {
            let edits = [
                lines[line] + " ", "", String(lines[line].dropLast()), "x" + lines[line],
                lines[line] + "\n" + lines[line],
            ]
            for edit in edits {
                var changed = lines
                changed[line] = edit
                #expect(throws: Checkpoint.Malformed.self, "\(edit)") {
                    try Checkpoint(text: changed.joined(separator: "\n"))
                }
            }
        }
        var swapped = lines
        swapped.swapAt(5, 6)
        let error = #expect(throws: Checkpoint.Malformed.self) {
            try Checkpoint(text: swapped.joined(separator: "\n"))
        }
        #expect(error?.reason == "the root is not that of the blocks: a line was changed")
    }

    @Test func `is refused when the leaves do not give the root of the head`() throws {
        let log = try TestDatabase().openLog()
        try log.record(try samples(3))
        try log.connection.execute("update annals.log_head set root = sha256('')")
        #expect(throws: LogError.unproven) { try log.checkpoint() }
    }

    @Test func `can be signed, and says whose signature it has`() throws {
        let key = try #require(SigningKey(pem: Self.pem))
        let verifier = key.verifier(named: Self.origin)
        var note = SignedNote(text: "a text\n")
        #expect(note.seal(of: verifier) == .missing)
        try note.sign(with: key, as: Self.origin)
        let read = try #require(SignedNote(note.description))
        #expect(read == note)
        #expect(read.seal(of: verifier) == .valid)
        #expect(read.seal(of: key.verifier(named: Self.origin + "2")) == .byOthers)
        let edited = try #require(SignedNote("A" + note.description.dropFirst()))
        #expect(edited.seal(of: verifier) == .broken)
        for length in "a text\n\n".utf8.count..<note.description.utf8.count {
            let cut = SignedNote(String(decoding: note.description.utf8.prefix(length), as: UTF8.self))
            #expect(cut == nil)
        }
    }

    @Test func `has a key that reads back as it is written`() throws {
        let key = try #require(SigningKey(pem: Self.pem)).verifier(named: Self.origin)
        #expect(VerifierKey(key.description) == key)
        let text = key.description
        for wrong in [String(text.dropLast()), text + "A", "x" + text, "", "annals+00000000+AA=="] {
            #expect(VerifierKey(wrong) == nil, "\(wrong)")
        }
        #expect(SigningKey(pem: "") == nil)
        #expect(SigningKey(pem: Self.pem.replacing("MC4", with: "MC5")) == nil)
        #expect(SigningKey(pem: Self.pem.replacing("PRIVATE", with: "PUBLIC")) == nil)
    }

    /// The key of the signed-note specification's neighbour in Go's `golang.org/x/mod/sumdb/note`.
    @Test func `has keys that name themselves as Go's notes do`() throws {
        let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        let note = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

            """
        let peter = try #require(VerifierKey(key))
        #expect(try #require(SignedNote(note)).seal(of: peter) == .valid)
        #expect(try #require(SignedNote("X" + note.dropFirst())).seal(of: peter) == .broken)
    }
}
