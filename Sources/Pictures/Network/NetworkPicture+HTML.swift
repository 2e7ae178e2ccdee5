import Annals

extension NetworkPicture {
    /// The network as a page of its own, with the same as tables.
    package var html: String {
        Page(caption).html(picture: drawing(.page), tables: tables)
    }

    /// Who stood how with whom, and who had ties at all.
    var tables: [DataTable] {
        let names = names
        let degrees = ties.flatMap { [$0.one, $0.other] }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return [
            DataTable(
                "Who stood how with whom",
                columns: ["Between", "And", "Facet", "State", "Since", "Grade", "Because", "Lanes known"],
                rows: ties.map { tie in
                    [
                        .text(names[tie.one] ?? tie.one.slug), .text(names[tie.other] ?? tie.other.slug),
                        .text(tie.lane.label), .text(tie.claim.words), .text(tie.claim.dates),
                        .brief(tie.claim.grade), .text(tie.claim.grounds), .brief("\(tie.lanes)"),
                    ]
                },
                empty: Self.nothing
            ),
            DataTable(
                "Actors",
                columns: ["Name", "Sort", "Ties"],
                rows: actors.map { actor in
                    [
                        .text(actor.name), .brief(actor.kindInWords ?? ""),
                        .brief("\(degrees[actor.id] ?? 0)"),
                    ]
                },
                empty: "There are no actors."
            ),
        ]
    }
}
