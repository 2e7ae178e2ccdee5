import ArgumentParser
import Testing

@testable import Commands

/// Values that begin with a hyphen.
struct HyphenedValuesTests {
    @Test func `are taken as values by every option of every command`() throws {
        for path in Self.commands {
            let known = try #require(CommandWords(path, of: AnnalsCommand.self))
            #expect(known.depth == path.count)
            #expect(known.options["--db"] == "--db", "\(path)")
            for (option, name) in known.options {
                for value in ["-5 percent", "- typo", "-x5", "-- so", "--so much"] {
                    let words = try HyphenedValues.joined(path + [option, value, "--", "-z"], known)
                    #expect(words == path + ["\(name)=\(value)", "--", "-z"])
                }
                for value in ["--db", "--db=x", "--json", "-d", "--help", "--"] {
                    #expect(throws: Failure.self) {
                        try HyphenedValues.joined(path + [option, value], known)
                    }
                }
            }
        }
    }

    private static let commands = [
        ["append"], ["correct"], ["retract"], ["redact"], ["import"], ["show"], ["history"], ["diff"],
        ["why"], ["network"],
        ["log"], ["watch"], ["export"], ["verify"], ["checkpoint"], ["audit"], ["replay"], ["init"],
        ["status"],
        ["actor", "add"], ["actor", "alias"], ["actor", "rename"], ["actor", "list"], ["actor", "show"],
    ]

    @Test func `are recorded as they were given`() throws {
        let user = try User.withActors()
        let texts = ["-5 percent", "- typo", "-", "-- so", "--made-up", "-x"]
        for text in texts {
            let outcome = try user.annals([
                "append", "china", "us", "--on", "2020", "--title", text, "--note", text, "--tag", text,
                "--claimant", text,
                "--set", "stance=critical", "--source", text, "--publisher", text, "--locator", text,
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try user.annals("correct", "#5", "--grade", "B2", "--because", "- typo").status == 0)
        #expect(try user.annals("actor", "add", "x", "--", "-5 Group").status == 0)
        let logged = try user.annals("log", "--since", "#4", "--json").jsonLines
        #expect(logged.prefix(texts.count).map { $0["title"].string } == texts)
        #expect(logged[0]["sources"][0]["locator"].string == texts[0])
        #expect(logged[6]["because"] == "- typo")
        #expect(logged[7]["name"] == "-5 Group")
    }

    @Test func `that are options themselves are asked about, and nothing is written`() throws {
        let user = try User.withActors()
        let forgotten = try user.annals("append", "china", "us", "--on", "2020", "--title", "--dry-run")
        #expect(forgotten.status == 64)
        #expect(
            forgotten.errors == """
                error[usage]: --title has no value: --dry-run is an option itself
                help: give it one; where that is the value, write '--title=--dry-run'

                """
        )
        let name = try user.annals("actor", "add", "x", "-5 Group")
        #expect(name.status == 64)
        #expect(name.errors.contains("\"-5 Group\" begins with a hyphen, and is no option"))
        #expect(try user.annals("append", "china", "us", "--on", "2020", "--title").status == 64)
        #expect(try user.logEnd() == 4)
        #expect(try user.annals("append", "china", "us", "--on", "2020", "--title=--dry-run").status == 0)
    }

    @Test func `and what else the parser quotes drive no terminal`() throws {
        let outcome = try User().annals("show", "a", "--bogus\u{1B}[31m\u{202E}", "b\u{9B}", "c")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(#"\u{1b}[31m\u{202e}"#))
        #expect(!outcome.errors.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 || $0 == "\u{202E}" })
    }
}
