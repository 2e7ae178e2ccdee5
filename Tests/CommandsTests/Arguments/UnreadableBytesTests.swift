import Glibc
import Support
import Testing

/// Bytes that are no text, wherever annals reads some.
struct UnreadableBytesTests {
    private static let latin = #"$(printf 'Caf\351')"#

    @Test(arguments: [
        (
            #"annals append china us --on 2020 --title "\#(latin)""#,
            "byte 4 of argument 7 (after --title), 0xE9"
        ),
        (#"annals append china us --on 2020 "--title=\#(latin)""#, "byte 12 of argument 6, 0xE9"),
        (#"annals append china "\#(latin)" --on 2020 --title x"#, "byte 4 of argument 3, 0xE9"),
        (#"annals actor add x "\#(latin)""#, "byte 4 of argument 4, 0xE9"),
        (
            #"annals correct '#1' --because "$(printf '\300\200')" --title x"#,
            "byte 1 of argument 4 (after --because), 0xC0"
        ),
        (#"annals append china us --on 2020 --title x --note "$(printf '\355\240\200')""#, "0xED"),
        (#"annals log --by "\#(latin)""#, "byte 4 of argument 3 (after --by), 0xE9"),
        (#"annals show china us -o "\#(latin)""#, "byte 4 of argument 5, 0xE9"),
        (
            #"ANNALS_ACTOR="\#(latin)" annals append china us --on 2020 --title x"#,
            "byte 4 of the variable ANNALS_ACTOR, 0xE9"
        ),
        (#"ANNALS_DB="\#(latin)" annals status"#, "byte 4 of the variable ANNALS_DB, 0xE9"),
        (#"XDG_DATA_HOME="/tmp/\#(latin)" annals status"#, "byte 9 of the variable XDG_DATA_HOME, 0xE9"),
    ])
    func `are refused where they are given, and nothing is recorded`(line: String, words: String) throws {
        let user = try User.withActors()
        let outcome = try user.shell(line)
        #expect(outcome.status == 65, "\(outcome.errors)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.errors.contains("is not UTF-8\nhelp: "))
        #expect(outcome.errors.hasSuffix("Nothing was done.\n"))
        #expect(outcome.output == "")
        let json = try user.shell(line + " --json")
        #expect(try json.problem["exit"] == 65)
        #expect(try user.logEnd() == 4)
    }

    @Test(arguments: [
        (#"printf '{"actor":"x","name":"Caf\351"}\n' | annals append"#, "of the line, 0xE9, is not UTF-8"),
        (#"printf '{"actor":"x","name":"\\ud800"}\n' | annals append"#, "surrogate"),
        (#"printf '{"actor":"x","name":"\\ud800\\u0041"}\n' | annals append"#, "surrogate"),
        (#"printf '{"actor":"x","name":"\\udc00\\ud800"}\n' | annals append"#, "surrogate"),
        (#"printf '{"actor":"x","name":"\\u0000"}\n' | annals append"#, "NUL"),
        (#"printf '{"actor":"x","name":"a\000b"}\n' | annals append"#, "cannot hold U+0000"),
        (#"printf '{"actor":"x"}' | iconv -f UTF-8 -t UTF-16 | annals append"#, "UTF-16"),
        (#"printf 'on,a,b,title\n2020,china,us,Caf\351\n' > a; annals import a"#, "0xE9, is not UTF-8"),
        (#"printf 'on\ta\tb\ttitle\n2020\tchina\tus\tCaf\351\n' > a; annals import a"#, "0xE9, is not UTF-8"),
        (#"printf 'on,a,b,titl\351\n2020,china,us,x\n' > a; annals import a"#, "0xE9, is not UTF-8"),
        (
            #"printf 'Caf\351 = title\n' > m; printf 'on,a,b,title\n2020,china,us,x\n' > a; annals import a --map m"#,
            "not text"
        ),
        (
            #"printf '{"specversion":"1.0","type":"org.annals.x","id":"Caf\351"}\n' > a; annals import a"#,
            "UTF-8"
        ),
        (#"printf 'Caf\351\n' > c; annals verify --checkpoint c"#, "it is not text"),
        (#"printf '{"a":"Caf\351"}' > r; annals audit r"#, "is not UTF-8"),
        (#"printf '{"a":"\\ud800"}' > r; annals audit r"#, "surrogate"),
    ])
    func `are refused in every file that is read`(line: String, words: String) throws {
        let folder = try ImportFolder(actors: Databases.actors)
        let outcome = try folder.user.shell(line)
        #expect(outcome.status == 65, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(try folder.user.logEnd() == 4)
    }

    @Test func `that are a mark of order, or U+FFFD already, are no fault`() throws {
        let user = try User.withActors()
        #expect(
            try user.annals("append", "china", "us", "--on", "2020", "--title", "Caf\u{FFFD}").status == 0
        )
        try user.append(
            "\u{FEFF}" + #"{"on":"2020","actors":["china"],"recipients":["us"],"title":"b\#u{FFFD}"}"#
        )
        let titles = try user.annals("log", "--since", "#4", "--json").jsonLines.map { $0["title"] }
        #expect(titles == ["Caf\u{FFFD}", "b\u{FFFD}"])
    }
}
