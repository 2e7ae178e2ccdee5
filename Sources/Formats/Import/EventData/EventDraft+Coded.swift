import Annals

extension EventDraft {
    /// An event that a program or an assistant coded from the news: reported, and nobody has judged it.
    init(from feed: ImportFormat, on date: String) {
        self.init()
        on = date
        modality = "reported"
        grade = "F6"
        tags = [feed.rawValue]
    }

    /// Puts an actor and a recipient in, either of whom may be missing, and tells whom it names.
    ///
    /// The same on both sides is one actor: a relationship needs two.
    mutating func name(_ actor: ImportedActor?, _ recipient: ImportedActor?) -> [ImportedActor] {
        let isBoth = actor?.name == recipient?.name
        actors = [(actor ?? recipient)?.name].compactMap(\.self)
        recipients = actor == nil || isBoth ? [] : [recipient?.name].compactMap(\.self)
        return isBoth ? [actor].compactMap(\.self) : [actor, recipient].compactMap(\.self)
    }
}

extension Problem {
    /// Nobody is named.
    static func nobody(_ field: String) -> Problem {
        Problem("actor", "the row names nobody", field: field, help: "leave the row out")
    }

    /// A cell that must say something is empty.
    static func empty(_ field: String) -> Problem {
        Problem("row", "\(field) is empty", field: field, help: "fill it in, or leave the row out")
    }

    /// A day that is not in the calendar, or is written in another way than the format's own.
    static func noDay(_ written: String, _ field: String, as shape: String) -> Problem {
        Problem(
            "date",
            "\"\(Excerpt.printable(written))\" is not a day as the format writes it",
            field: field,
            help: "write it as \(shape)"
        )
    }
}
