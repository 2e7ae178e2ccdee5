import Annals

/// GEXF 1.3 (gexf.net), the whole history: for Gephi and its timeline.
///
/// Every lane is an edge, told from others between the same actors by its `kind`; what it said when are spells
/// and dynamic attributes, by the day, both ends included. Open ends are left out, as the format wants it.
public enum GEXF: GraphFormat {
    /// The declarations, both clocks, and what attributes there are.
    public static func head(of graph: GraphFile) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <meta>
        <creator>annals</creator>
        <description>\(XMLText.escaped(([graph.title] + graph.notes).joined(separator: "\n")))</description>
        </meta>
        <graph mode="dynamic" timeformat="date" timerepresentation="interval" \
        defaultedgetype="undirected" idtype="string">
        <attributes class="node" mode="static">\(declarations(GraphFile.Actor.attributes))</attributes>
        <attributes class="edge" mode="static">\(declarations(GraphEdge.attributes))</attributes>
        <attributes class="edge" mode="dynamic">\(declarations(GraphEdge.Spell.attributes))</attributes>
        <nodes>

        """
    }

    /// A node with its sort and codes.
    public static func node(_ actor: GraphFile.Actor) -> String {
        let values = values(GraphFile.Actor.attributes, of: actor)
        let content = values.isEmpty ? "" : "<attvalues>\(values)</attvalues>"
        return "<node id=\"\(actor.id)\" label=\"\(XMLText.escaped(actor.name))\">\(content)</node>\n"
    }

    /// The end of the nodes.
    public static var afterNodes: String { "</nodes>\n<edges>\n" }

    /// An edge with its spells; nothing for a lane that never said anything, which would be one that is always
    /// there.
    public static func edge(_ edge: GraphEdge, of graph: GraphFile) -> String {
        guard !edge.spells.isEmpty else { return "" }
        let kind = XMLText.escaped(edge.kind)
        let arrow = edge.isDirected ? "&gt;" : "/"
        let type = edge.isDirected ? " type=\"directed\"" : ""
        let spelled = edge.spells.map { spell in
            values(GraphEdge.Spell.attributes, of: spell, during: days(of: spell))
        }
        return """
            <edge id="\(edge.from)\(arrow)\(edge.to) \(kind)" source="\(edge.from)" target="\(edge.to)"\(type) \
            kind="\(kind)" label="\(kind)">
            <attvalues>\(values(GraphEdge.attributes, of: edge))\(spelled.joined())</attvalues>
            <spells>\(edge.spells.map { "<spell\(days(of: $0))/>" }.joined())</spells>
            </edge>

            """
    }

    /// The end of the file.
    public static var foot: String { "</edges>\n</graph>\n</gexf>\n" }

    private static func declarations(_ attributes: [GraphAttribute<some Any>]) -> String {
        attributes.map { attribute in
            let type = attribute.isNumber ? "long" : "string"
            return "<attribute id=\"\(attribute.name)\" title=\"\(attribute.name)\" type=\"\(type)\"/>"
        }.joined()
    }

    private static func values<Subject>(
        _ attributes: [GraphAttribute<Subject>],
        of subject: Subject,
        during days: String = ""
    ) -> String {
        attributes.map { attribute in
            guard let value = attribute.value(subject) else { return "" }
            return "<attvalue for=\"\(attribute.name)\" value=\"\(XMLText.escaped(value))\"\(days)/>"
        }.joined()
    }

    private static func days(of spell: GraphEdge.Spell) -> String {
        let start = spell.first.map { " start=\"\($0)\"" } ?? ""
        let end = spell.last.map { " end=\"\($0)\"" } ?? ""
        return start + end
    }
}
