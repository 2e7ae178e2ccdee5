import Annals
import Formats
import Testing

@Suite struct `A GEXF file` {
    @Test func `has each lane as an edge, with what it said when`() throws {
        let (graph, edges) = try GraphExample.small()
        let text = try GEXF.text(graph, Array(edges.suffix(1)))
        let expected = """
            <edges>
            <edge id="pakistan&gt;taliban recognition" source="pakistan" target="taliban" type="directed" \
            kind="recognition" label="recognition">
            <attvalues><attvalue for="facet" value="recognition"/>\
            <attvalue for="value" value="unrecognised" end="1997-05-24"/>\
            <attvalue for="level" value="-1" end="1997-05-24"/>\
            <attvalue for="certainty" value="certain" end="1997-05-24"/>\
            <attvalue for="grade" value="B2" end="1997-05-24"/>\
            <attvalue for="position" value="43" end="1997-05-24"/>\
            <attvalue for="event" value="00000000-0000-0001-0000-000000000002" end="1997-05-24"/>\
            <attvalue for="because" value="Doha agreement" end="1997-05-24"/>\
            <attvalue for="value" value="de-jure" start="1997-05-25" end="2001-11-22"/>\
            <attvalue for="level" value="2" start="1997-05-25" end="2001-11-22"/>\
            <attvalue for="certainty" value="certain" start="1997-05-25" end="2001-11-22"/>\
            <attvalue for="grade" value="B2" start="1997-05-25" end="2001-11-22"/>\
            <attvalue for="position" value="43" start="1997-05-25" end="2001-11-22"/>\
            <attvalue for="event" value="00000000-0000-0001-0000-000000000002" start="1997-05-25" end="2001-11-22"/>\
            <attvalue for="because" value="Doha agreement" start="1997-05-25" end="2001-11-22"/></attvalues>
            <spells><spell end="1997-05-24"/><spell start="1997-05-25" end="2001-11-22"/></spells>
            </edge>
            </edges>
            </graph>
            </gexf>

            """
        #expect(text.hasSuffix(expected), "\(text)")
        #expect(text.contains("<description>Afghanistan&#10;As it stood through 2021-08-31"))
    }

    @Test(.enabled(if: Installed.python(), "python3 is not installed"), arguments: [3, 5, 8] as [UInt64])
    func `says to a parser what was put in, whatever is in the texts`(_ seed: UInt64) throws {
        let (graph, edges) = try GraphExample.random(seed)
        let script = """
            import sys, xml.etree.ElementTree as xml
            name = "{http://gexf.net/1.3}"
            root = xml.parse(sys.stdin.buffer).getroot()
            code = lambda text: text.encode().hex()
            lines = [code(root.find(f"{name}meta/{name}description").text)]
            def values(element):
                for value in element.iter(name + "attvalue"):
                    days = f"{value.get('start')}..{value.get('end')}"
                    lines.append(f"{value.get('for')} {code(value.get('value'))} {days}")
            for node in root.iter(name + "node"):
                lines.append(f"{node.get('id')} {code(node.get('label'))}")
                values(node)
            for edge in root.iter(name + "edge"):
                lines.append(f"{edge.get('source')} {edge.get('target')} {edge.get('type')}")
                values(edge)
                lines += [f"{spell.get('start')}..{spell.get('end')}" for spell in edge.iter(name + "spell")]
            print("\\n".join(lines))
            """
        let read = try Installed.python(script, input: GEXF.text(graph, edges))
        #expect(read == Self.lines(graph, edges))
    }

    @Test(.enabled(if: Installed.python(with: "networkx"), "networkx is not installed"))
    func `of symmetric facets is read by networkx, with all its spells`() throws {
        let (graph, edges) = try GraphExample.random(11, onlySymmetric: true)
        let script = """
            import networkx, sys
            graph = networkx.MultiGraph(networkx.read_gexf(sys.stdin.buffer))
            for node, data in graph.nodes(data=True):
                print(node, data["label"].encode().hex(), data["kind"])
            for _, _, data in graph.edges(data=True):
                said = zip(data["because"], data["spells"])
                print(data["facet"], *[f"{v.encode().hex()} {a} {b}" for (v, _, _), (a, b) in said])
            """
        let read = try Installed.python(script, input: GEXF.text(graph, edges))
        let actors = graph.actors.map { "\($0.id) \(InXML.code($0.name)) \($0.kind?.rawValue ?? "")" }
        let lanes = edges.filter { !$0.spells.isEmpty }.map { edge in
            let said = edge.spells.map { spell in
                "\(InXML.code(spell.title)) \(Self.text(spell.first)) \(Self.text(spell.last))"
            }
            return ([edge.facet.rawValue] + said).joined(separator: " ")
        }
        #expect(read.sorted() == (actors + lanes).sorted())
    }

    /// What a parser should find, a line each.
    private static func lines(_ graph: GraphFile, _ edges: [GraphEdge]) -> [String] {
        var lines = [InXML.code(([graph.title] + graph.notes).joined(separator: "\n"))]
        func say(_ name: String, _ value: String, _ days: String = "None..None") {
            lines.append("\(name) \(InXML.code(value)) \(days)")
        }
        for actor in graph.actors {
            lines.append("\(actor.id) \(InXML.code(actor.name))")
            if let kind = actor.kind { say("kind", kind.rawValue) }
            say("codes", actor.codes.joined(separator: " "))
        }
        for edge in edges where !edge.spells.isEmpty {
            lines.append("\(edge.from) \(edge.to) \(edge.isDirected ? "directed" : "None")")
            say("facet", edge.facet.rawValue)
            if !edge.key.isEmpty { say("facet-key", edge.key) }
            if !edge.claimant.isEmpty { say("claimant", edge.claimant) }
            for spell in edge.spells {
                let days = "\(text(spell.first))..\(text(spell.last))"
                if let value = spell.value { say("value", value, days) }
                if let level = spell.level { say("level", "\(level)", days) }
                say("certainty", spell.certainty.rawValue, days)
                if !spell.alternatives.isEmpty {
                    say("alternatives", spell.alternatives.joined(separator: " "), days)
                }
                say("grade", spell.grade.code, days)
                say("position", "\(spell.position.rawValue)", days)
                say("event", spell.event.description, days)
                say("because", spell.title, days)
            }
            lines += edge.spells.map { "\(text($0.first))..\(text($0.last))" }
        }
        return lines
    }

    private static func text(_ day: Day?) -> String {
        day.map { "\($0)" } ?? "None"
    }
}
