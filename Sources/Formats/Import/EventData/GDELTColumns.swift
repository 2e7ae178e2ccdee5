import Annals

/// Where the columns of a GDELT file are.
struct GDELTColumns: Sendable {
    let count: Int
    let id, date: Int
    let actor, recipient: Party
    let isRoot, code, mentions: Int
    let place, added: Int
    let url: Int?

    /// The columns of an actor.
    struct Party: Sendable {
        let code, name, country, type: Int
    }

    /// The columns of a file without a header, which their number tells: 57 or 58 in GDELT 1.0, without or with
    /// the address of a report, 61 in 2.0, which has three more for each of three places.
    init?(count: Int) {
        guard Self.counts.contains(count) else { return nil }
        let isSecond = count == 61
        self.count = count
        (id, date) = (0, 1)
        actor = Party(code: 5, name: 6, country: 7, type: 12)
        recipient = Party(code: 15, name: 16, country: 17, type: 22)
        (isRoot, code, mentions) = (25, 26, 31)
        (place, added) = isSecond ? (52, 59) : (50, 56)
        url = count == 57 ? nil : added + 1
    }

    /// The columns of a file that has been given a header.
    init(_ header: TableHeader) throws(Problems) {
        var finder = ColumnFinder(header)
        func party(_ side: String) -> Party {
            Party(
                code: finder.required(side + "Code"),
                name: finder.required(side + "Name"),
                country: finder.required(side + "CountryCode"),
                type: finder.required(side + "Type1Code")
            )
        }
        count = header.names.count
        (id, date) = (finder.required("GLOBALEVENTID"), finder.required("SQLDATE", "Day"))
        (actor, recipient) = (party("Actor1"), party("Actor2"))
        isRoot = finder.required("IsRootEvent")
        code = finder.required("EventCode")
        mentions = finder.required("NumMentions")
        place = finder.required("ActionGeo_FullName")
        added = finder.required("DATEADDED")
        url = header.index("SOURCEURL")
        try finder.finish(.gdelt)
    }

    /// How many columns a file can have.
    static let counts: Set<Int> = [57, 58, 61]
}
