import Annals

/// GraphML (graphml.graphdrawing.org), on one day: for yEd, igraph and networkx.
///
/// Hardly any reader takes edges with and without a direction in one graph. So all have one here, and a symmetric
/// lane is two edges, one each way, that say so: what a directed graph means by a tie that runs both ways.
public enum GraphML: GraphFormat {
    /// The declarations, both clocks, and what attributes there are.
    public static func head(of graph: GraphFile) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <desc>\(XMLText.escaped(([graph.title] + graph.notes).joined(separator: "\n")))</desc>
        <key id="label" for="node" attr.name="label" attr.type="string"/>
        \(declarations(GraphFile.Actor.attributes, for: "node"))
        <key id="edge-label" for="edge" attr.name="label" attr.type="string"/>
        <key id="symmetric" for="edge" attr.name="symmetric" attr.type="boolean"/>
        \(declarations(GraphEdge.attributes, for: "edge"))
        \(declarations(GraphEdge.Spell.attributes, for: "edge"))
        <graph id="annals" edgedefault="directed">

        """
    }

    /// A node with its name, sort and codes.
    public static func node(_ actor: GraphFile.Actor) -> String {
        """
        <node id="\(actor.id)"><data key="label">\(XMLText.escaped(actor.name))</data>\
        \(data(GraphFile.Actor.attributes, of: actor, for: "node"))</node>

        """
    }

    /// Nothing: nodes and edges stand side by side.
    public static var afterNodes: String { "" }

    /// An edge for what the lane said on the day, or two.
    public static func edge(_ edge: GraphEdge, of graph: GraphFile) -> String {
        guard let spell = edge.spell(on: graph.at) else { return "" }
        let kind = XMLText.escaped(edge.kind)
        let content = """
            <data key="edge-label">\(kind): \(XMLText.escaped(spell.words))</data>\
            <data key="symmetric">\(!edge.isDirected)</data>\
            \(data(GraphEdge.attributes, of: edge, for: "edge"))\
            \(data(GraphEdge.Spell.attributes, of: spell, for: "edge"))
            """
        let ways = edge.isDirected ? [(edge.from, edge.to)] : [(edge.from, edge.to), (edge.to, edge.from)]
        return ways.map { from, to in
            """
            <edge id="\(from)&gt;\(to) \(kind)" source="\(from)" target="\(to)">\(content)</edge>

            """
        }.joined()
    }

    /// The end of the file.
    public static var foot: String { "</graph>\n</graphml>\n" }

    private static func declarations(_ attributes: [GraphAttribute<some Any>], for element: String) -> String
    {
        attributes.map { attribute in
            let type = attribute.isNumber ? "long" : "string"
            let id = "\(element)-\(attribute.name)"
            return
                "<key id=\"\(id)\" for=\"\(element)\" attr.name=\"\(attribute.name)\" attr.type=\"\(type)\"/>"
        }.joined(separator: "\n")
    }

    private static func data<Subject>(
        _ attributes: [GraphAttribute<Subject>],
        of subject: Subject,
        for element: String
    ) -> String {
        attributes.map { attribute in
            guard let value = attribute.value(subject) else { return "" }
            return "<data key=\"\(element)-\(attribute.name)\">\(XMLText.escaped(value))</data>"
        }.joined()
    }
}
