import Testing

/// What others read of what we export of relationships.
struct ExportClaimsTests {
    /// Events, one of which was corrected in what it sets, one in its date, and one withdrawn.
    private static func corrected() throws -> User {
        let user = try User.withActors()
        func event(_ on: String, _ title: String, _ value: String) -> String {
            #"{"on":"\#(on)","actors":["pakistan"],"recipients":["taliban"],"title":"\#(title)","grade":"B2","#
                + #""effects":[{"facet":"recognition","from":"pakistan","to":"taliban","value":"\#(value)"}]}"#
        }
        try user.append(
            lines: [
                event("1997-05-25", "a", "de-jure"), event("2001-09-20", "b", "withdrawn"),
                event("2010", "c", "unrecognised"),
                ##"{"correct":"#5","because":"the day","on":"1997-05-26"}"##,
                ##"{"correct":"#7","because":"not so","effects":[{"facet":"recognition","from":"pakistan","to":"taliban","value":"refused"}]}"##,
                ##"{"retract":"#6","because":"no source"}"##,
            ]
        )
        return user
    }

    private static let relationships = """
        import stix2, sys
        bundle = stix2.parse(sys.stdin.read())
        ids = {o.id for o in bundle.objects}
        assert len(ids) == len(bundle.objects)
        for o in bundle.objects:
            if o.type != "relationship": continue
            assert o.source_ref in ids and o.target_ref in ids
            (extension,) = o.extensions.values()
            day = lambda t: str(t)[:10] if t else "-"
            print(o.id, extension["value"], day(o.get("start_time")), day(o.get("stop_time")),
                  o.get("revoked", False), o.get("confidence"))
        """

    @Test(.enabled(if: Reader.hasPython(with: "stix2"), "stix2 is not installed for python3"))
    func `a bundle is read by stix2, and revokes what is said no more under the same identity`() throws {
        let user = try Self.corrected()
        func read(_ arguments: String...) throws -> [[Substring]] {
            let bundle = try user.annals(["export", "--format", "stix"] + arguments).output
            return try Reader.python(Self.relationships, reading: bundle).map { $0.split(separator: " ") }
        }
        let now = try read()
        #expect(
            Set(now.map { $0.dropFirst().joined(separator: " ") }) == [
                "de-jure 1997-05-26 2010-12-31 False 70", "refused 2010-12-31 - False 70",
                "withdrawn - - True 70", "unrecognised - - True 70",
            ]
        )
        let before = try read("--known", "#7")
        #expect(before.count == 3 && before.allSatisfy { $0[4] == "False" })
        for claim in before { #expect(now.contains { $0[0] == claim[0] && $0[1] == claim[1] }) }
        // As it was asked of the two alone, and of one of them.
        #expect(try Set(read("pakistan", "taliban")) == Set(now) && Set(read("pakistan")) == Set(now))
        #expect(try read("china") == [])
    }

    @Test(
        .enabled(if: Reader.hasPython(with: "stix2validator"), "stix2-validator is not installed for python3")
    )
    func `bundles are valid STIX 2.1, says the validator of OASIS`() throws {
        let script = """
            import sys
            from stix2validator import validate_string, ValidationOptions
            results = validate_string(sys.stdin.read(), ValidationOptions(version="2.1", disabled="all"))
            assert results.is_valid, [str(e) for e in results.errors][:5]
            """
        for user in [try User.ofExample(), User(of: try HostileRecord.database.get()), try Self.corrected()] {
            let bundle = try user.annals("export", "--format", "stix").output
            #expect(try Reader.python(script, reading: bundle) == [])
        }
    }

    @Test(
        .enabled(if: Reader.hasPython(with: "followthemoney"), "followthemoney is not installed for python3")
    )
    func `entities are valid, says followthemoney, and stay as they are when it cleans them`() throws {
        let script = """
            import json, sys
            from followthemoney import model
            known, counts = set(), {}
            for line in sys.stdin:
                data = json.loads(line)
                entity = model.get_proxy(data, cleaned=False)
                entity.schema.validate(data)
                counts[entity.schema.name] = counts.get(entity.schema.name, 0) + 1
                for name, values in data["properties"].items():
                    property = entity.schema.get(name)
                    assert property is not None, name
                    if property.type.name == "entity": assert set(values) <= known, name
                    if property.type.name in ("date", "identifier", "url"):
                        assert set(entity.get(name)) == set(values), (name, values)
                known.add(entity.id)
            print(*[f"{name} {count}" for name, count in sorted(counts.items())])
            """
        let user = try User.ofExample()
        let read = try Reader.python(script, reading: try user.annals("export", "--format", "ftm").output)
        #expect(read == ["Event 104 LegalEntity 13 Organization 23 PublicBody 17 UnknownLink 96"])
        let hostile = User(of: try HostileRecord.database.get())
        #expect(
            try Reader.python(script, reading: try hostile.annals("export", "--format", "ftm").output)
                == ["Event 11 PublicBody 12 UnknownLink 11"]
        )
    }

    @Test
    func `items of vis-timeline are in groups there are, run forwards, and no text of them runs`() throws {
        for user in [try User.ofExample(), User(of: try HostileRecord.database.get())] {
            let outcome = try user.annals("export", "--format", "vis")
            let json = try outcome.json
            let groups = Set(json["groups"].array.map { $0["id"] })
            #expect(groups.count == json["groups"].array.count)
            let items = json["items"].array
            #expect(Set(items.map { $0["id"] }).count == items.count && items.count > 10)
            for item in items {
                #expect(groups.contains(item["group"]))
                if let end = item["end"].string { #expect(item["start"].string ?? "" < end) }
            }
            #expect(!outcome.output.contains("<"))
        }
    }

    @Test(.enabled(if: Reader.hasPython(with: "yaml"), "PyYAML is not installed for python3"))
    func `a text of Markwhen has a title in YAML, an event a line, and no tags but ours`() throws {
        let user = User(of: try HostileRecord.database.get())
        let text = try user.annals("export", "actor-1", "actor-0", "--format", "markwhen").output
        let titles = try Reader.python(
            "import sys, yaml; print(yaml.safe_load(sys.stdin.read().split('---')[1])['title'])",
            reading: text
        )
        #expect(titles == ["<script>alert(1)</script> — =cmd|'/c calc'!A1"])
        let lines = try user.annals("export", "--format", "markwhen").lines.filter { !$0.hasPrefix("//") }
        #expect(lines.filter { $0.hasPrefix("2020-01-") }.count == HostileRecord.texts.count - 1)
        let tags = lines.flatMap { $0.matches(of: /(?:^|\s)#(\w+)/).map { String($0.1) } }
        #expect(Set(tags) == ["assault", "aid"])
        #expect(lines.allSatisfy { !$0.contains("](") && !$0.contains("\u{1B}") })
    }

    @Test
    func `the graph is the network's`() throws {
        let user = try User.ofExample()
        for actors in [[], ["taliban"], ["taliban", "us"]] {
            let exported = try user.annals(["export", "--format", "gexf"] + actors)
            #expect(try exported.output == user.annals(["network", "--format", "gexf"] + actors).output)
        }
        #expect(try user.annals("export", "--format", "gexf", "--from", "2020").status == 64)
    }

    @Test(
        .enabled(
            if: Reader.hasPython(with: "bibtexparser.model"),
            "bibtexparser 2 is not installed for python3"
        )
    )
    func `every source is in the bibliography`() throws {
        let user = try User.ofExample()
        let script = """
            import bibtexparser, sys
            library = bibtexparser.parse_string(sys.stdin.read())
            assert not library.failed_blocks
            print(len(library.entries))
            """
        let count = try Reader.python(script, reading: try user.annals("export", "--format", "bibtex").output)
        let works = try user.annals("export", "--format", "bibtex").output.matches(of: /(?m)^@misc/).count
        #expect(count == ["\(works)"] && works > 15)
    }

    @Test(.enabled(if: Reader.hasPython(with: "pandas"), "pandas is not installed for python3"))
    func `years and months are read by pandas, and say what the state says`() throws {
        let user = try Self.corrected()
        let script = """
            import pandas, sys
            table = pandas.read_csv(sys.stdin, keep_default_na=False)
            for _, row in table.iterrows():
                print(row.year, row.get("month", ""), row.actor1, row.actor2, row.recognition_12)
            """
        func read(_ format: String, _ arguments: String...) throws -> [String] {
            let outcome = try user.annals(["export", "pakistan", "taliban", "--format", format] + arguments)
            #expect(outcome.status == 0)
            return try Reader.python(script, reading: outcome.output)
        }
        #expect(
            try read("dyad-year", "--from", "1996", "--to", "1998")
                == ["1997  pakistan taliban de-jure", "1998  pakistan taliban de-jure"]
        )
        #expect(
            try read("dyad-month", "--from", "2001-09", "--to", "2001-10", "--known", "#7")
                == ["2001 9 pakistan taliban withdrawn", "2001 10 pakistan taliban withdrawn"]
        )
        #expect(
            try read("dyad-month", "--from", "2001-10", "--to", "2001-10")
                == ["2001 10 pakistan taliban de-jure"]
        )
        let notes = try user.annals("export", "--format", "dyad-month", "--to", "2010-12").errors
        #expect(notes.contains("11 of 164 rows are not certain in every facet"))
    }
}
