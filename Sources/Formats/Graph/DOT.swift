import Annals

/// DOT (graphviz.org/doc/info/lang.html), on one day: for Graphviz.
///
/// Drawn as our own pictures are: a shape for each sort of actor; orange for hostile and purple for allied, the
/// wider the more; dashed what is not certain.
public enum DOT: GraphFormat {
    /// Both clocks as a comment and below the drawing, and how everything is drawn.
    public static func head(of graph: GraphFile) -> String {
        """
        // \(([graph.title] + graph.notes).map(\.revealedOnOneLine).joined(separator: "\n// "))
        digraph annals {
        graph [layout=neato, overlap=false, splines=true, outputorder=edgesfirst, fontname="sans-serif", \
        label=\(quoted(([graph.title] + graph.notes).joined(separator: "\n")))];
        node [fontname="sans-serif", fontsize=11, style=filled, fillcolor=white];
        edge [fontname="sans-serif", fontsize=9, colorscheme=puor6];

        """
    }

    /// A node in the shape of its sort.
    public static func node(_ actor: GraphFile.Actor) -> String {
        "\(quoted(actor.id.slug)) [label=\(quoted(actor.name)), shape=\(shape(of: actor.kind))];\n"
    }

    /// Nothing: nodes and edges stand side by side.
    public static var afterNodes: String { "" }

    /// An edge for what the lane said on the day.
    public static func edge(_ edge: GraphEdge, of graph: GraphFile) -> String {
        guard let spell = edge.spell(on: graph.at) else { return "" }
        let because = "\(spell.position) \(spell.title); grade \(spell.grade)"
        var attributes = [
            "label=\(quoted("\(edge.kind): \(spell.words)"))",
            "tooltip=\(quoted(because))",
            "color=\"\(colour(of: spell.level))\"",
            "penwidth=\(1 + abs(spell.level ?? 0))",
        ]
        if !edge.isDirected { attributes.append("dir=none") }
        if spell.certainty == .possible { attributes.append("style=dashed") }
        let ends = "\(quoted(edge.from.slug)) -> \(quoted(edge.to.slug))"
        return "\(ends) [\(attributes.joined(separator: ", "))];\n"
    }

    /// The end of the file.
    public static var foot: String { "}\n" }

    private static func shape(of kind: ActorKind?) -> String {
        switch kind {
        case .state: "ellipse"
        case .government: "house"
        case .armedGroup: "triangle"
        case .organisation: "box"
        case .faction: "diamond"
        case .population: "hexagon"
        case .collective: "septagon"
        case nil: "plain"
        }
    }

    /// A colour of ColorBrewer's orange–purple scale, or grey in the middle.
    private static func colour(of level: Int?) -> String {
        switch level ?? 0 {
        case ..<(-1): "1"
        case -1: "2"
        case 0: "/x11/gray45"
        case 1: "5"
        default: "6"
        }
    }

    /// A text in double quotes that Graphviz shows as it is: without escapes and entities of its own.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.withLineFeeds.revealingHidden(keeping: ["\n", "\t"]).unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "&": quoted += "&amp;"
            case "\t": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
