import Annals
import Formats
import FoundationEssentials
import Testing

@Suite struct `A DOT file` {
    @Test func `has what each lane said on the day`() throws {
        let (graph, edges) = try GraphExample.small()
        let lines = try DOT.text(graph, edges).split(separator: "\n").map { String($0) }
        #expect(
            lines.prefix(2) == [
                "// Afghanistan", "// As it stood through 2021-08-31, as we knew it now (#162).",
            ]
        )
        #expect(
            lines.suffix(5) == [
                #""pakistan" [label="Pakistan", shape=ellipse];"#,
                #""taliban" [label="Taliban", shape=triangle];"#,
                #""united-states" [label="United States", shape=ellipse];"#,
                #""taliban" -> "united-states" [label="agreement/doha-2020: in-force", "#
                    + ##"tooltip="#43 Doha agreement; grade B2", color="6", penwidth=3, dir=none];"##, "}",
            ]
        )
    }

    @Test(.enabled(if: Installed.graphviz, "Graphviz is not installed"), arguments: [3, 5, 8] as [UInt64])
    func `is drawn by Graphviz with all names, whatever is in them`(_ seed: UInt64) throws {
        var (graph, edges) = try GraphExample.random(seed)
        graph.at = Day(rawValue: -3_000)
        let json = try Installed.run("dot", ["-Kdot", "-Tjson"], input: DOT.text(graph, edges))
        let drawn = try JSONDecoder().decode(Drawn.self, from: Data(json.joined(separator: "\n").utf8))
        #expect(drawn.objects.map(\.lines) == graph.actors.map { Self.lines(of: $0.name) })
    }

    /// What should be seen of a text, line by line.
    private static func lines(of text: String) -> [String] {
        text.withLineFeeds.revealingHidden(keeping: ["\n", "\t"]).replacing("\t", with: " ")
            .split(separator: "\n").map { String($0) }
    }

    /// What Graphviz makes of a drawing.
    private struct Drawn: Decodable {
        struct Operation: Decodable {
            let text: String?
        }

        struct Object: Decodable {
            let _ldraw_: [Operation]?

            /// The lines of text in it.
            var lines: [String] {
                (_ldraw_ ?? []).compactMap(\.text).filter { !$0.isEmpty }
            }
        }

        let objects: [Object]
    }
}
