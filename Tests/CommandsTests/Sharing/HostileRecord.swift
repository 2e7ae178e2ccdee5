import Support

/// A record in which everything is called what means something to somebody.
enum HostileRecord {
    static let texts = [
        "<script>alert(1)</script>", "=cmd|'/c calc'!A1", #""quotes" & {braces} \\backslash; a, b"#,
        "إمارة أفغانستان", "中華人民共和國", "</svg>]]>--> &amp; %s $(id) `id`", "+1\t@SUM(A1)",
        "two\nlines", "#tag [link](javascript:alert(1)) // comment", "END:VEVENT",
        "a \u{202E}override\u{202C} of direction", "a control \u{1B}[31m character",
    ]

    static let database = Result {
        let database = try TestDatabase()
        let actors = texts.enumerated().map {
            #"{"actor":"actor-\#($0)","name":\#(json($1)),"kind":"state"}"#
        }
        let events = texts.indices.dropFirst().map { number in
            let text = json(texts[number])
            return #"{"on":"2020-01-\#(number + 10)","actors":["actor-\#(number)"],"recipients":["actor-0"],"#
                + #""title":\#(text),"note":\#(text),"tags":[\#(text)],"type":"ASSAULT","#
                + #""effects":[{"facet":"aid","key":\#(json(String(texts[number].prefix(40)))),"#
                + #""from":"actor-\#(number)","to":"actor-0","value":"active","claimant":\#(text)}],"#
                + #""sources":[{"title":\#(text),"publisher":\#(text),"url":"javascript:alert(1)"},"#
                + #"{"title":"b","url":\#(json("https://example.org/?q=" + texts[number]))}]}"#
        }
        try User(of: database).append((actors + events).joined(separator: "\n"))
        return database
    }

    private static func json(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            guard scalar.value < 0x20 || scalar == "\"" || scalar == "\\" else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "\"\(escaped.joined())\""
    }
}
