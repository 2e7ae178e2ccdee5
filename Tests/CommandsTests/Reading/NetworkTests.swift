import Testing

/// `annals network`.
struct NetworkTests {
    @Test
    func `who stood how with one actor is listed by level, the worst first`() throws {
        let outcome = try User.ofExample().annals("network", "qatar", "--at", "2020", "--known", "#162")
        #expect(outcome.status == 0)
        let lines = [
            "Qatar and everybody",
            "as it stood on 2020-12-31 · as we knew it at #162, TIME · rulebook 1 · of each pair the worst facet",
            "",
            "▄ neutral (1)",
            "    Taliban  representation taliban → qatar  attempted  2013-06-18  B2  "
                + "#159 Attempt to set up a political office in Doha",
            "",
            "1 relationship of 2 actors known. Why: annals why A B --at 2020 --known '#162'",
        ]
        #expect(outcome.output.withoutTimes == lines.joined(separator: "\n") + "\n")
    }

    @Test
    func `a matrix has everybody against everybody, the same from both sides`() throws {
        let outcome = try User.ofExample().annals(
            "network",
            "taliban",
            "us",
            "qatar",
            "pakistan",
            "--matrix",
            "--at",
            "2020",
            "--known",
            "#162"
        )
        #expect(outcome.status == 0)
        let lines = [
            "Who stood how with whom among 4",
            "as it stood on 2020-12-31 · as we knew it at #162, TIME · rulebook 1 · of each pair the worst facet",
            "",
            "                 1 2 3 4",
            "1 Pakistan       — · ▄ ·",
            "2 Qatar          · — ▄ ·",
            "3 Taliban        ▄ ▄ — ▁",
            "4 United States  · · ▁ —",
            "",
            "▁ hostile ▂ strained ▄ neutral ▆ cooperative █ allied · unknown ≈ not certain",
            "Of each pair the worst facet. 3 of 6 pairs known.",
        ]
        #expect(outcome.output.withoutTimes == lines.joined(separator: "\n") + "\n")
        let all = try User.ofExample().annals("network", "--matrix", "--at", "2020", "--ascii")
        let rows = all.lines.dropFirst(4).prefix { !$0.isEmpty }.map { $0.suffix(3 * 20) }
        #expect(rows.count == 20)
        for (row, line) in rows.enumerated() {
            let cells = stride(from: 0, to: 60, by: 3).map { String(line.dropFirst($0).prefix(3)) }
            for (column, cell) in cells.enumerated() {
                #expect(cell == String(rows[column].dropFirst(3 * row).prefix(3)), "\(row), \(column)")
            }
            #expect(cells[row] == "  -")
        }
    }

    @Test
    func `each tie is the worst facet that annals show gives, or the one asked for`() throws {
        let user = try User.ofExample()
        let network = try user.annals("network", "--at", "2021", "--json").json
        #expect(network["ties"].array.count > 20)
        for tie in network["ties"].array.prefix(12) {
            let pair = tie["actors"].array.compactMap(\.string)
            let state = try user.annals(["show"] + pair + ["--at", "2021", "--json"]).json
            #expect(tie["lanes"].number == state["facets"].array.count)
            #expect(state["facets"].array.contains(tie["worst"]))
            let drawn = state["facets"].array.compactMap {
                $0["level"].number ?? $0["alternatives"][0]["level"].number
            }
            #expect(tie["level"].number == drawn.min())
        }
        let facet = try user.annals("network", "--at", "2021", "--facet", "recognition", "--json").json
        #expect(
            facet["ties"].array.allSatisfy { $0["worst"]["facet"] == "recognition" }
                && !facet["ties"].array.isEmpty
        )
        let ego = try user.annals("network", "pakistan", "--at", "2021", "--json").json["ties"].array
        #expect(ego == network["ties"].array.filter { $0["actors"].array.contains("pakistan") })
        let among = try user.annals("network", "pakistan", "taliban", "iran", "--at", "2021", "--json").json[
            "ties"
        ].array
        #expect(
            among
                == network["ties"].array.filter {
                    $0["actors"].array.allSatisfy { ["pakistan", "taliban", "iran"].contains($0) }
                }
        )
    }

    @Test(.enabled(if: Markup.isReadable, "Python is not installed"))
    func `gexf has every lane with its spells, as annals history has its intervals`() throws {
        let user = try User.ofExample()
        let gexf = try user.annals("network", "taliban", "us", "--format", "gexf")
        #expect(gexf.status == 0)
        _ = try Markup.said(in: gexf.output)
        let lanes = try user.annals("history", "taliban", "us", "--format", "lanes").jsonLines
        #expect(gexf.output.matches(of: #/<edge /#).count == lanes.count)
        let spells = gexf.output.matches(of: #/<spell([^>]*)/>/#).map { String($0.1) }
        #expect(spells.count == lanes.flatMap { $0["intervals"].array }.count)
        let firsts = Set(lanes.flatMap { $0["intervals"].array }.compactMap { $0["first"].string })
        for start in spells.compactMap({ $0.firstMatch(of: #/start="([^"]*)"/#)?.1 }) {
            #expect(firsts.contains(String(start)))
        }
    }

    @Test
    func `what a matrix cannot show is said, and how to have it`() throws {
        let user = try User.withActors()
        let names = (0..<160).map { "people-\($0)" }
        let actors = names.map { #"{"actor":"\#($0)","name":"People \#($0)"}"# }
        let events = stride(from: 0, to: 160, by: 40).map { start in
            let recipients = names[start..<start + 40].map { "\"\($0)\"" }.joined(separator: ",")
            return
                #"{"on":"2020","actors":["china"],"recipients":[\#(recipients)],"title":"Summit","type":"CONSULT"}"#
        }
        try user.append((actors + events).joined(separator: "\n"))
        let matrix = try user.annals("network", "--matrix", "--at", "2020")
        #expect(matrix.status == 65)
        #expect(matrix.output == "")
        #expect(
            matrix.errors == """
                error[network]: 161 actors are more than a matrix can show, which is 150
                help: name some of them, or one (annals network ACTOR); all of them are in --format csv, json and gexf

                """
        )
        for form in ["svg", "html"] {
            let drawn = try user.annals("network", "--matrix", "--at", "2020", "--format", form)
            #expect(drawn.status == 65)
            #expect(
                drawn.errors.hasPrefix(
                    "error[network]: 161 actors are more than a matrix can show, which is "
                )
            )
        }
        #expect(try user.annals("network", "china", "people-1", "--matrix", "--at", "2020").status == 0)
        #expect(try user.annals("network", "--at", "2020", "--format", "csv").lines.count == 161)
    }

    @Test
    func `nothing known is a clean no`() throws {
        let user = try User.withActors()
        for arguments in [[], ["china"], ["china", "us"], ["--matrix"]] {
            let outcome = try user.annals(["network"] + arguments)
            #expect(outcome.status == 1, "\(arguments)")
            #expect(outcome.errors == "")
        }
        #expect(try user.annals("network").lines.last == "Nothing is known of any of them for that date.")
        let json = try user.annals("network", "--json")
        #expect(json.status == 1)
        #expect(try json.json["ties"] == [])
    }
}
