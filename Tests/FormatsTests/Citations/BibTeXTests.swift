import Annals
import Formats
import Support
import Testing

@Suite struct `A bibliography in BibTeX` {
    @Test func `has a work once, with where and for what it was cited`() {
        let title = "Left Behind: 50% of $1 & more"
        let bibliography = BibTeX.write([
            Cited.source(title, "The Wall Street Journal", published: "2021-10", at: "§2", for: "Exit", 50),
            Cited.source(
                "Freezes",
                "The Wall Street Journal",
                url: "https://a.b/c_{d}%20",
                published: "2021"
            ),
            Cited.source(title, "The Wall Street Journal", published: "2021-10", at: "§1", for: "Talks", 6),
        ])
        #expect(
            bibliography == ##"""
                @misc{wall2021a,
                  title = {{Freezes}},
                  howpublished = {{The Wall Street Journal}},
                  date = {2021},
                  year = {2021},
                  url = {https://a.b/c_%7Bd%7D%20},
                  note = {Cited for \#43 Doha agreement.},
                }

                @misc{wall2021b,
                  title = {{Left Behind: 50\% of \$1 \& more}},
                  howpublished = {{The Wall Street Journal}},
                  date = {2021-10},
                  year = {2021},
                  month = oct,
                  note = {Cited for \#6 Talks (§1), \#50 Exit (§2).},
                }

                """##
        )
    }

    @Test(arguments: [
        ("", "RUSI", "rusi2021", "RUSI"), ("", nil, "untitled2021", "Untitled source"),
        ("ISKP’s Battle", nil, "iskps2021", "ISKP’s Battle"), ("The  \n War", " ", "war2021", "The War"),
        ("گزارش", nil, "source2021", "گزارش"), ("11 September", nil, "september2021", "11 September"),
    ])
    func `calls a work by what there is`(title: String, publisher: String?, key: String, shown: String) {
        let bibliography = BibTeX.write([Cited.source(title, publisher, published: "2021")])
        #expect(bibliography.hasPrefix("@misc{\(key),\n  title = {{\(shown)}},\n"))
    }

    @Test(arguments: [
        ("2022", "date = {2022}|year = {2022}"),
        ("2021-10-31?", "date = {2021-10-31?}|year = {2021}|month = oct"),
        ("201X", "date = {201X}|year = {201X}"), ("2021-21", "date = {2021-21}|year = {2021}"),
        ("2020-11/2021-02", "date = {2020-11/2021-02}|year = {2020}|month = nov"),
        ("../2020", "date = {../2020}|year = {2020}"), ("[..2020]", "year = {[..2020]}"),
        ("last week", "year = {last week}"),
    ])
    func `says when a work was published as far as styles can tell`(published: String, fields: String) {
        let lines = BibTeX.write([Cited.source("A book", published: published)]).split(separator: "\n")
        let expected = fields.split(separator: "|").map { "  \($0)," }
        #expect(lines.dropFirst(2).dropLast(2).map { String($0) } == expected)
    }

    @Test func `is the same in whatever order the sources come`() {
        var random = SplitMix64(seed: 3)
        let sources = Cited.random(9)
        #expect(BibTeX.write(sources) == BibTeX.write(sources.shuffled(using: &random) + sources))
        #expect(CSLJSON.write(sources) == CSLJSON.write(sources.shuffled(using: &random) + sources))
    }

    @Test(
        .enabled(if: Installed.python(with: "bibtexparser.model"), "bibtexparser 2 is not installed"),
        arguments: [1, 2, 3] as [UInt64]
    )
    func `is read by bibtexparser, with all texts as they were`(_ seed: UInt64) throws {
        let script = #"""
            import bibtexparser, re, sys
            library = bibtexparser.parse_string(sys.stdin.buffer.read().decode())
            assert not library.failed_blocks, library.failed_blocks
            names = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
                     "textasciitilde": "~", "textasciicircum": "^", "textless": "<",
                     "textgreater": ">", "textbar": "|"}
            def plain(text):
                if text.startswith("{") and text.endswith("}"): text = text[1:-1]
                one = lambda match: names[match[1]] if match[1] else match[2]
                return re.sub(r"\\(?:(\w+)\{\}|([&%$#_]))", one, text)
            for entry in library.entries:
                fields = entry.fields_dict
                texts = [plain(fields[name].value) for name in ("title", "note")]
                print(entry.key, *[text.encode().hex() for text in texts])
            """#
        let read = try Installed.python(script, input: BibTeX.write(Cited.random(seed)))
        let expected = Cited.random(seed).map { cited in
            let locator = cited.source.locator.map { " (\($0))" } ?? ""
            let note = "Cited for \(cited.position) \(cited.title)\(locator)."
            return "\(Self.code(cited.source.title)) \(Self.code(note))"
        }
        let keys = read.compactMap { $0.split(separator: " ").first }
        #expect(Set(keys).count == expected.count)
        #expect(read.map { $0.drop { $0 != " " }.dropFirst() }.sorted() == expected.map { $0[...] }.sorted())
    }

    /// The bytes of a text in hexadecimal, with one space wherever there is any.
    private static func code(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return InXML.code(words)
    }
}
