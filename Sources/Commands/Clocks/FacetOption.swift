import Annals
import ArgumentParser

/// `--facet`, on commands that can be asked about one facet alone.
struct FacetOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only this facet, as in hostility.", valueName: "facet"),
        completion: .list(Facet.allCases.map(\.rawValue))
    )
    var facet: String?

    /// The facet; nil when none was asked for.
    func read() throws(Failure) -> Facet? {
        guard let facet else { return nil }
        let word = facet.lowercased().map { $0 == " " || $0 == "_" ? "-" : String($0) }.joined()
        if let found = Facet(rawValue: word) { return found }
        let names = Facet.allCases.map(\.rawValue)
        let near = NearName.of(word, among: names).map { "did you mean \($0)? " } ?? ""
        throw Failure(
            .badData,
            Problem(
                "facet",
                "there is no facet \(Printable.line(facet, most: 40))",
                field: "--facet",
                help: near + "the facets are \(names.joined(separator: ", "))"
            )
        )
    }
}

extension FacetOption {
    /// The option as it was given, for a command to be suggested.
    var options: String { facet.map { " --facet \(Shell.word($0))" } ?? "" }
}
