import Annals
import Formats
import Testing

@Suite struct `A GraphML file` {
    @Test func `has a symmetric lane as two edges, of what it said on the day`() throws {
        let (graph, edges) = try GraphExample.small()
        let said = """
            <data key="edge-label">agreement/doha-2020: in-force</data><data key="symmetric">true</data>\
            <data key="edge-facet">agreement</data><data key="edge-facet-key">doha-2020</data>\
            <data key="edge-value">in-force</data><data key="edge-level">2</data>\
            <data key="edge-certainty">certain</data><data key="edge-grade">B2</data>\
            <data key="edge-position">43</data>\
            <data key="edge-event">00000000-0000-0001-0000-000000000002</data>\
            <data key="edge-because">Doha agreement</data></edge>
            """
        let expected = """
            <node id="united-states"><data key="label">United States</data>\
            <data key="node-kind">state</data><data key="node-codes">iso3:USA</data></node>
            <edge id="taliban&gt;united-states agreement/doha-2020" source="taliban" target="united-states">\
            \(said)
            <edge id="united-states&gt;taliban agreement/doha-2020" source="united-states" target="taliban">\
            \(said)
            </graph>
            </graphml>

            """
        let text = try GraphML.text(graph, edges)
        #expect(text.hasSuffix(expected), "\(text)")
    }

    @Test(
        .enabled(if: Installed.python(with: "networkx"), "networkx is not installed"),
        arguments: [3, 5, 8] as [UInt64]
    )
    func `is read by networkx as it was meant, whatever is in the texts`(_ seed: UInt64) throws {
        var (graph, edges) = try GraphExample.random(seed)
        graph.at = Day(rawValue: -3_000)
        let script = """
            import networkx, sys
            graph = networkx.MultiDiGraph(networkx.read_graphml(sys.stdin.buffer))
            for node, data in graph.nodes(data=True):
                print(node, data["kind"], data["label"].encode().hex())
            for one, other, data in graph.edges(data=True):
                print(one, other, data["facet"], data.get("level"), data.get("value", "").encode().hex())
            """
        let read = try Installed.python(script, input: GraphML.text(graph, edges))
        let actors = graph.actors.map { "\($0.id) \($0.kind?.rawValue ?? "") \(InXML.code($0.name))" }
        let lanes = edges.flatMap { edge -> [String] in
            let spell = edge.spells.first {
                ($0.first ?? .distantPast)...($0.last ?? .distantFuture) ~= graph.at
            }
            guard let spell else { return [] }
            let level = spell.level.map { "\($0)" } ?? "None"
            let said = "\(edge.facet.rawValue) \(level) \(InXML.code(spell.value ?? ""))"
            let there = "\(edge.from) \(edge.to) \(said)"
            return edge.isDirected ? [there] : [there, "\(edge.to) \(edge.from) \(said)"]
        }
        #expect(!lanes.isEmpty)
        #expect(read.sorted() == (actors + lanes).sorted())
    }
}
