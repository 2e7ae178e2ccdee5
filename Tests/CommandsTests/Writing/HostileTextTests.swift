import Annals
import Testing

/// Text that is long, foreign, or means to do harm.
struct HostileTextTests {
    /// Clears the screen, retitles the window, turns the text around, starts a sequence in one character (C1).
    private static let hostile =
        "a\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}b\u{9B}31m\u{7F}c\nd\te\rf\u{200B}\u{200F}\u{2028}g\u{FEFF}"

    @Test
    func `nothing somebody wrote drives the terminal of somebody who reads it`() throws {
        let user = try User.withActors()
        var writer = user
        writer.environment["ANNALS_ACTOR"] = "eve" + Self.hostile
        let written = try writer.annals([
            "append", "china", "taliban", "--on", "2021", "--title", Self.hostile, "--note", Self.hostile,
            "--tag", Self.hostile, "--set", "aid/\(Self.hostile)=active", "--claimant", Self.hostile,
            "--source", Self.hostile,
        ])
        #expect(written.status == 0, "\(written.errors)")
        #expect(try writer.annals("actor", "alias", "china", Self.hostile).status == 0)
        #expect(try writer.annals("actor", "rename", "china", "Z" + Self.hostile).status == 0)
        #expect(try writer.annals("correct", "#5", "--grade", "B2", "--because", Self.hostile).status == 0)

        let calls = [
            ["show", "china", "taliban", "--at", "2021"], ["history", "china"], ["log"], ["actor", "list"],
            ["actor", "show", "china"], ["retract", "#8", "--because", Self.hostile, "--dry-run"],
            ["show", "china", "taliban", "--known", "#4"], ["show", Self.hostile + "x"],
            ["show", "china", "taliban", "--at", Self.hostile], ["log", "--since", Self.hostile],
            ["append", "--file", "/" + Self.hostile],
            ["correct", Self.hostile, "--because", "x", "--title", "y"],
            ["append", "china", "taliban", "--on", Self.hostile, "--title", "x", "--type", Self.hostile],
            ["init", "--example", Self.hostile],
        ]
        for call in calls {
            for json in [[], ["--json"]] {
                let outcome = try user.annals(call + json)
                let harmful = (outcome.output + outcome.errors).unicodeScalars.filter(Self.isHarmful)
                #expect(harmful.isEmpty, "\(call + json): \(harmful.map(\.value))")
            }
        }
        // Made harmless to look at, and kept as it was written.
        #expect(try user.annals("log", "--since", "#7", "--json").json["title"].string == Self.hostile)
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }

    @Test
    func `text in any script comes back as it went in`() throws {
        let user = try User.withActors()
        let texts = [
            "“quotes” \"double\" 'single' `back` \\ $(id) ; drop table annals.entry --",
            "طالبان و الصين", "שלום", "中華人民共和國", "👩‍👩‍👧‍👦 é e\u{301} ﬁ", "one\ntwo\r\nthree\ttab",
        ]
        for text in texts {
            let outcome = try user.annals(
                ["append", "china", "taliban", "--on", "2021", "--title", text, "--note", text]
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let entries = try user.annals("log", "--since", "#4", "--json").jsonLines
        for field in ["title", "note"] {
            #expect(
                entries.map { Array(($0[field].string ?? "").utf8) } == texts.map { Array($0.composed.utf8) }
            )
        }
        #expect(try user.annals("history", "china").lines.count == 4 + texts.count)
    }

    @Test
    func `a title of a million characters is written whole and shown cut`() throws {
        let user = try User.withActors()
        let title = String(repeating: "long ", count: 200_000)
        let line = #"{"on":"2021","actors":["china"],"recipients":["taliban"],"title":"\#(title)"}"#
        let outcome = try user.annals("append", input: line)
        #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
        #expect(outcome.output.utf8.count < 300)
        #expect(try user.annals("log", "--since", "#4", "--json").json["title"].string == title)
        #expect(try user.annals("history", "china").output.utf8.count < 500)
        #expect(try user.annals("log").output.utf8.count < 1000)
    }

    /// The fields a line may have a NUL in, and the field that is named.
    @Test(arguments: [
        (#""title":"a\u0000b""#, "title"), (#""title":"t","note":"\u0000""#, "note"),
        (#""title":"t","tags":["\u0000"]"#, "tags[0]"),
        (#""title":"t","sources":[{"title":"\u0000"}]"#, "sources[0].title"),
        (
            #""title":"t","effects":[{"facet":"aid","key":"\u0000","from":"china","to":"taliban","value":"active"}]"#,
            "effects[0].key"
        ),
        (
            #""title":"t","effects":[{"facet":"recognition","claimant":"\u0000","from":"china","to":"taliban","value":"refused"}]"#,
            "effects[0].claimant"
        ),
    ])
    func `a NUL character is refused where it stands`(fields: String, field: String) throws {
        let user = try User.ofExample()
        let line = #"{"on":"2021","actors":["china"],"recipients":["taliban"],\#(fields)}"#
        let outcome = try user.annals("append", input: line)
        #expect(outcome.status == 65, "\(outcome.output)")
        #expect(outcome.errors.contains("has a NUL character"))
        #expect(outcome.errors.contains("  at line 1, \(field)\n"))
        #expect(try user.logEnd() == 162)
    }

    @Test
    func `a NUL in a name, an alias or a reason is refused too`() throws {
        let user = try User.ofExample()
        let lines = [
            #"{"actor":"x","name":"\u0000"}"#, #"{"actor":"x","aliases":["\u0000"]}"#,
            ##"{"correct":"#1","because":"\u0000","title":"x"}"##, ##"{"retract":"#1","because":"\u0000"}"##,
            #"{"on":"2021","actors":["china\u0000"],"title":"x"}"#,
            #"{"id":"\u0000","on":"2021","actors":["china"],"title":"x"}"#,
            #"{"retract":"\u0000","because":"x"}"#, #"{"on":"2021\u0000","actors":["china"],"title":"x"}"#,
        ]
        let outcome = try user.annals("append", input: lines.joined(separator: "\n"))
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasSuffix("8 of 8 lines rejected, nothing written.\n"))
    }
}
