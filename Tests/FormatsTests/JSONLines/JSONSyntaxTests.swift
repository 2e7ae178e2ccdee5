import Annals
import Formats
import Testing

@Suite struct `A line that is no JSON` {
    @Test(
        arguments: Refusal.examples(
            #"""
            {"on":"2013"
                json on: unexpected end of line, expected "," or "}"
                help: is a } missing? each line is a whole object
            {"actors":["a"
                json actors[0]: unexpected end of line, expected "," or "]"
                help: is a ] missing? each line is a whole object
            {"on"
                json on: unexpected end of line, expected ":" and a value
                help: is a } missing? each line is a whole object
            {"on":"2013
                json on: unexpected end of line, expected a closing "
                help: is a closing " missing? each line is a whole object
            {"on":"2013\
                json on: unexpected end of line, expected a closing "
                help: is a closing " missing? each line is a whole object
            {"on":"2013\u00
                json on: unexpected end of line, expected a closing "
                help: is a closing " missing? each line is a whole object
            ["actor"]
                json: a line must be an object, got a list
                help: write one object { } a line, with no list around them and no commas between them
            "actor"
                json: a line must be an object, got a string
                help: write one object { } a line, with no list around them and no commas between them
            date,actor
                json: expected a value at byte 1, got "d"
                help: write texts and dates in straight double quotes
            {"on":"2013",}
                json on: expected a key in double quotes at byte 14, got "}"
                help: leave out the comma before it, or add what is missing
            {"tags":["a",]}
                json tags[1]: expected a value at byte 14, got "]"
                help: leave out the comma before it, or add what is missing
            {on:"2013"}
                json: expected a key in double quotes at byte 2, got "o"
                help: write keys in straight double quotes
            {'on':"2013"}
                json: expected a key in double quotes at byte 2, got "'"
                help: write keys in straight double quotes
            {"on":“2013”}
                json on: expected a value at byte 7, got U+201C
                help: write texts and dates in straight double quotes
            {"on" "2013"}
                json on: expected ":" and a value at byte 7, got """
            {"on":"2013" "title":"x"}
                json on: expected "," or "}" at byte 14, got """
                help: is a comma missing before it?
            {"on":2013-06-18}
                field on: on must be a string, got a number
                help: write "2013"
                json on: expected "," or "}" at byte 11, got "-"
                help: write texts and dates in straight double quotes
            {"on":-}
                json on: expected a digit at byte 8, got "}"
                help: write texts and dates in straight double quotes
            {"note":nul}
                json note: expected a value at byte 9, got "n"
                help: write texts and dates in straight double quotes
            {"title":"a "great" day"}
                json title: expected "," or "}" at byte 14, got "g"
                help: write \" for a double quote inside a text
            {"tags":["a"}
                json tags[0]: expected "," or "]" at byte 13, got "}"
                help: is a ] missing before it?
            {"effects":[{"facet":"aid"]}
                json effects[0].facet: expected "," or "}" at byte 27, got "]"
                help: is a } missing before it?
            {"on":"2013"},
                json: expected the end of the line at byte 14, got ","
                help: leave the comma out: lines are not separated by commas
            {"on":"2013"}{"on":"2014"}
                json: expected the end of the line at byte 14, got "{"
                help: put each object on a line of its own
            {"on":"2013"} x
                json: expected the end of the line at byte 15, got "x"
                help: a line is one object and nothing else
            {"url":"C:\xyz"}
                json url: the "\" at byte 11 begins no escape
                help: write \\ for a backslash
            {"title":"\u12g4"}
                json title: expected four hexadecimal digits after \u at byte 15, got "g"
            {"title":"\ud83d"}
                json title: the \u escape at byte 11 is half of a surrogate pair
                help: write both halves, as in \ud83d\ude00, or the character itself
            {"title":"\ude00\ud83d"}
                json title: the \u escape at byte 11 is half of a surrogate pair
                help: write both halves, as in \ud83d\ude00, or the character itself
            {"title":"\ud83d\ud83d"}
                json title: the \u escape at byte 11 is half of a surrogate pair
                help: write both halves, as in \ud83d\ude00, or the character itself
            """#
        )
    )
    func `says where and what to do`(_ refusal: Refusal) {
        #expect(Refusal.said(refusal.line.utf8) == refusal.said)
    }

    @Test(arguments: ["01", "1.", ".5", "+1", "1e", "0x10", "NaN", "True", "nulll", "--1", "1.e5"])
    func `has a word or number JSON does not know`(_ value: String) {
        #expect(Refusal.problems(#"{"colour":\#(value)}"#.utf8).last?.topic == "json")
    }

    @Test(arguments: ["0", "-0", "10.50", "1e5", "1E+05", "-1.25e-3", "true", "false", "null", "{}", "[ ]"])
    func `is not one with a value JSON knows in a field we do not`(_ value: String) {
        #expect(Refusal.problems(#"{"on":"2013","colour":\#(value) }"#.utf8).map(\.topic) == ["field"])
    }

    @Test(arguments: [("\t", "U+0009", #"write \t"#), ("\u{1B}", "U+001B", "leave it out")])
    func `has a control character as it is in a string`(_ character: String, _ name: String, _ help: String) {
        let said = Refusal.said(#"{"title":"a\#(character)b"}"#.utf8)
        #expect(said == ["json title: a string cannot hold \(name) as it is, at byte 12", "help: \(help)"])
    }

    @Test func `is empty`() {
        let said = ["json: unexpected end of line, expected a value", "help: each line is an object in { }"]
        #expect(Refusal.said("".utf8) == said)
        #expect(Refusal.said(" \r\n".utf8) == said)
    }

    @Test func `has a caret under the place`() throws {
        let line =
            #"{"title":"The Taliban’s office opens in Doha","on":oops,"note":"closed within weeks, they say"}"#
        let problem = try #require(Refusal.problems(line.utf8).first)
        let written = try #require(problem.written)
        let range = try #require(problem.range)
        #expect(written == #"’s office opens in Doha","on":oops,"note":"closed within weeks,"#)
        #expect(written.utf8.dropFirst(range.lowerBound).starts(with: "oops".utf8))
        #expect(range.count == 1)
    }

    @Test(arguments: ["[", #"{"x":"#, #"{"x":["#])
    func `nests too deep, and does not crash`(_ opening: String) {
        let deep = String(repeating: opening, count: 100_000)
        for line in [deep, #"{"note":\#(deep)"#, #"{"effects":[\#(deep)"#] {
            #expect(Refusal.problems(line.utf8).last?.topic == "json")
        }
        let message = Refusal.problems(#"{"note":\#(deep)"#.utf8).last?.message
        #expect(message?.hasPrefix("nested more than 64 deep at byte") == true)
    }

    @Test func `is not UTF-8, which is said with the byte`() {
        let line = Array(#"{"title":"caf"#.utf8) + [0xE9] + Array(#""}"#.utf8)
        #expect(
            Refusal.said(line) == [
                "text: byte 14 of the line, 0xE9, is not UTF-8", "help: save the file as UTF-8",
            ]
        )
    }
}
