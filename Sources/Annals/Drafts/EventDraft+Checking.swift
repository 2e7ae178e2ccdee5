extension EventDraft {
    /// The most actors and recipients an event may have.
    public static let mostParticipants = 64
    /// The most effects, sources, tags or contexts an event may have.
    public static let mostItems = 1000
    /// The most bytes of a text, in UTF-8.
    public static let mostTextBytes = 4_194_304

    /// The event this draft describes, or everything that is wrong with it.
    ///
    /// - Parameter resolve: finds the actor of a name, alias or code.
    public func checked(
        rulebook: Rulebook,
        resolve: @escaping (String) -> Result<ActorID, Problem>
    ) -> Result<Event, Problems> {
        var checker = Checker(resolve: resolve)
        let occurred = checker.required(on, "on", help: "say when, as in 2020-02-29, 2020-02 or 2020")
            .flatMap { checker.date($0, "on") }
        let title = checker.required(title, "title", help: "say in a line what happened")
        let participants = checker.participants(of: self)
        let type: EventType? = checker.word(type, "type")
        let mode = checker.text(mode, "mode")
        checker.check(mode: mode, of: type, written: self.type)
        for (field, count) in [
            ("effects", effects?.count ?? 0), ("contexts", contexts.count), ("tags", tags.count),
            ("sources", sources.count),
        ] { checker.limit(count, field, help: "record several events") }
        let contexts: [Context] = contexts.enumerated().compactMap { checker.word($1, "contexts[\($0)]") }
        let modality: Modality =
            self.modality == nil ? .asserted : checker.word(self.modality, "modality") ?? .asserted
        let grade = checker.grade(grade)
        let reported = checker.date(reported, "reported")
        let note = checker.text(note, "note")
        let tags = tags.enumerated().compactMap { checker.text($1, "tags[\($0)]") }
        let sources = sources.enumerated().map { checker.source($1, "sources[\($0)]") }
        let claims = effects?.prefix(Self.mostItems).enumerated().compactMap { index, draft in
            checker.claim(draft, "effects[\(index)]", of: participants, on: occurred, rulebook)
        }
        if !modality.mayHaveEffects, let effects, !effects.isEmpty {
            checker.report(
                Problem(
                    "effect",
                    "an event that is \(modality.rawValue) sets nothing",
                    field: "effects",
                    help: "leave the effects out, or record it as asserted, reported, alleged or denied"
                )
            )
        }
        guard checker.problems.isEmpty, let occurred, let title else {
            return .failure(Problems(checker.problems))
        }
        return .success(
            Event(
                occurred: occurred,
                actors: participants.actors,
                recipients: participants.recipients,
                type: type,
                mode: mode,
                contexts: contexts,
                title: title,
                note: note,
                modality: modality,
                effects: claims,
                sources: sources,
                grade: grade,
                reported: reported,
                tags: tags
            )
        )
    }
}

/// Who takes part in an event, as far as the names were found.
struct Participants {
    var actors: [ActorID] = []
    var recipients: [ActorID] = []
    /// How many names were written.
    let written: Int
}

extension Checker {
    fileprivate mutating func participants(of draft: EventDraft) -> Participants {
        let count = draft.actors.count + draft.recipients.count
        var participants = Participants(written: count)
        guard !draft.actors.isEmpty else {
            report(Problem("actor", "actors is empty", field: "actors", help: "name who acted"))
            return participants
        }
        guard count <= EventDraft.mostParticipants else {
            report(
                Problem(
                    "actor",
                    "an event has at most \(EventDraft.mostParticipants) participants, this has \(count)",
                    field: "actors",
                    help: "name a collective (\"the signatories\") as one actor, or record several events"
                )
            )
            return participants
        }
        var seen: [ActorID: String] = [:]
        func found(_ names: [String], _ field: String, _ checker: inout Checker) -> [ActorID] {
            names.enumerated().compactMap { index, name in
                let place = "\(field)[\(index)]"
                guard let actor = checker.actor(name, place) else { return nil }
                if let before = seen.updateValue(place, forKey: actor) {
                    checker.report(
                        Problem(
                            "relationship",
                            "\(actor) stands twice, in \(before) and \(place)",
                            field: place,
                            help: "a relationship needs two different actors"
                        )
                    )
                }
                return actor
            }
        }
        participants.actors = found(draft.actors, "actors", &self)
        participants.recipients = found(draft.recipients, "recipients", &self)
        return participants
    }

    fileprivate mutating func check(mode: String?, of type: EventType?, written: String?) {
        guard let mode, written == nil || type != nil else { return }
        guard let type else {
            report(
                Problem("mode", "a mode needs a type", field: "mode", help: "give the PLOVER type as well")
            )
            return
        }
        guard type.modes[mode] == nil else { return }
        guard type.modes.isEmpty else {
            report(Problem(notOneOf: type.modes.keys.sorted(), "mode", mode, of: "\(type.rawValue) mode"))
            return
        }
        report(Problem("mode", "\(type.rawValue) has no modes", field: "mode", help: "leave the mode out"))
    }

    fileprivate mutating func grade(_ code: String?) -> Grade {
        guard let code else { return .unjudged }
        if let grade = Grade(code) { return grade }
        report(
            Problem(
                "grade",
                "grade \"\(code.prefix(20))\" is not an Admiralty code",
                field: "grade",
                help: "a letter A to F for the source and a digit 1 to 6 for the claim, as in B2"
            )
        )
        return .unjudged
    }

    fileprivate mutating func source(_ source: Source, _ field: String) -> Source {
        _ = date(source.published, "\(field).published")
        return Source(
            title: required(source.title, "\(field).title", help: "a source needs a title") ?? "",
            publisher: text(source.publisher, "\(field).publisher"),
            url: text(source.url, "\(field).url"),
            published: source.published,
            locator: text(source.locator, "\(field).locator")
        )
    }
}
