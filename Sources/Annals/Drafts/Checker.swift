/// Gathers everything wrong with a draft while it is read field by field.
struct Checker {
    /// Finds the actor of a name somebody wrote, or says what is wrong with it.
    let resolve: (String) -> Result<ActorID, Problem>
    private(set) var problems: [Problem] = []

    init(resolve: @escaping (String) -> Result<ActorID, Problem>) {
        self.resolve = resolve
    }

    mutating func report(_ problem: Problem) {
        problems.append(problem)
    }

    /// A text that must be there.
    mutating func required(_ text: String?, _ field: String, help: String) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else {
            report(Problem("input", "\(field) is missing", field: field, help: help))
            return nil
        }
        return self.text(text, field)
    }

    /// A text that may be anything the database can hold, in the form it is recorded in (``Swift/String/composed``).
    mutating func text(_ text: String?, _ field: String) -> String? {
        guard let text else { return nil }
        if let place = text.utf8.firstIndex(of: 0) {
            let byte = text.utf8.distance(from: text.utf8.startIndex, to: place)
            report(
                Problem(
                    "text",
                    "\(field) has a NUL character at byte \(byte + 1), which PostgreSQL cannot hold",
                    field: field,
                    help: "leave the character out"
                )
            )
        }
        limit(text.utf8.count, of: EventDraft.mostTextBytes, field, help: "keep it elsewhere, and name where")
        return text.composed
    }

    /// Reports a list with too many items.
    mutating func limit(_ count: Int, _ field: String, help: String) {
        guard count > EventDraft.mostItems else { return }
        report(
            Problem(
                "input",
                "\(field) has \(count) items, and \(EventDraft.mostItems) is the most",
                field: field,
                help: help
            )
        )
    }

    private mutating func limit(_ bytes: Int, of most: Int, _ field: String, help: String) {
        guard bytes > most else { return }
        report(
            Problem(
                "text",
                "\(field) is \(bytes) bytes long, and \(most) is the most",
                field: field,
                help: help
            )
        )
    }

    /// The most bytes of a name that is looked up: longer ones would not fit the index that finds them.
    static let mostNameBytes = 200

    /// Reports a name that is looked up and too long for that.
    mutating func limit(name text: String?, _ field: String) {
        limit(
            text?.utf8.count ?? 0,
            of: Self.mostNameBytes,
            field,
            help: "give it a short name, and tell the rest in a note"
        )
    }

    /// The most bytes of a date.
    private static let mostDateBytes = 1000

    /// A date as EDTF.
    mutating func date(_ text: String?, _ field: String) -> EDTF? {
        guard let text else { return nil }
        guard text.utf8.count <= Self.mostDateBytes else {
            limit(
                text.utf8.count,
                of: Self.mostDateBytes,
                field,
                help: "name the first and the last day of it"
            )
            return nil
        }
        do {
            return try EDTF(text)
        } catch {
            report(Problem(date: error, field: field, written: text))
            return nil
        }
    }

    /// An actor by any name or code.
    mutating func actor(_ name: String?, _ field: String) -> ActorID? {
        guard let name else { return nil }
        switch resolve(name) {
        case .success(let actor): return actor
        case .failure(var problem):
            problem.field = field
            report(problem)
            return nil
        }
    }

    /// One of a closed list of words.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ text: String?,
        _ field: String,
        as _: Word.Type = Word.self
    ) -> Word? where Word.RawValue == String {
        guard let text else { return nil }
        if let word = Word(rawValue: text) { return word }
        report(Problem(notOneOf: Word.allCases.map(\.rawValue), field, text))
        return nil
    }
}

extension Problem {
    /// A word that is not one of those allowed, with the nearest or all of them as help.
    init(notOneOf allowed: [String], _ field: String, _ written: String, of what: String? = nil) {
        let name = field.split(separator: ".").last.map(String.init) ?? field
        self.init(
            name.prefix { $0 != "[" }.description,
            "\(what ?? name) \"\(written.prefix(60))\" is not known",
            field: field,
            help: (NearName.of(written, among: allowed).map { "did you mean \($0)? " } ?? "")
                + "allowed: \(allowed.joined(separator: ", "))"
        )
    }

    /// A date that cannot be read.
    public init(date error: DateError, field: String, written: String) {
        self.init("date", error.message, field: field, written: written, range: error.range, help: error.help)
    }
}
