/// A kind of file for programs that draw or measure graphs.
public protocol GraphFormat {
    /// What stands before the nodes.
    static func head(of graph: GraphFile) -> String
    /// A node.
    static func node(_ actor: GraphFile.Actor) -> String
    /// What stands between nodes and edges.
    static var afterNodes: String { get }
    /// An edge, or several; empty for one that the format does not show.
    static func edge(_ edge: GraphEdge, of graph: GraphFile) -> String
    /// What stands after the edges.
    static var foot: String { get }
}

extension GraphFormat {
    /// Writes a file, piece by piece.
    ///
    /// ```
    /// try GEXF.write(graph, edges: { add in for edge in edges { try add(edge) } }, to: { print($0) })
    /// ```
    ///
    /// - Parameters:
    ///   - edges: calls what it is given with each edge, once, in whatever order.
    ///   - output: is given the file's text from start to end.
    public static func write(
        _ graph: GraphFile,
        edges: ((GraphEdge) throws -> Void) throws -> Void,
        to output: @escaping (String) throws -> Void
    ) rethrows {
        try output(head(of: graph))
        for actor in graph.actors { try output(node(actor)) }
        try output(afterNodes)
        try edges { each in
            let text = edge(each, of: graph)
            if !text.isEmpty { try output(text) }
        }
        try output(foot)
    }
}
