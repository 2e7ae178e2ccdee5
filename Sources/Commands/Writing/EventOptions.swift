import Annals
import ArgumentParser

/// An event on the command line: to append one, or to say what a correction changes.
struct EventOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When it happened, as EDTF: 2020-02-29, 2020-02, 2020, 2001/2021, ../..",
            valueName: "date"
        )
    )
    var on: String?

    @Option(help: "What happened, in a line.")
    var title: String?

    @Option(help: "More about it.")
    var note: String?

    @Option(
        help: ArgumentHelp("Another who acted; may be repeated.", valueName: "actor"),
        completion: .actors
    )
    var by: [String] = []

    @Option(
        help: ArgumentHelp("Another towards whom; may be repeated.", valueName: "actor"),
        completion: .actors
    )
    var to: [String] = []

    @Option(help: "The PLOVER type, as in CONSULT.", completion: .values(of: EventType.self))
    var type: String?

    @Option(help: "The PLOVER mode, as in visit.")
    var mode: String?

    @Option(help: "A PLOVER context; may be repeated.", completion: .values(of: Context.self))
    var context: [String] = []

    @Option(
        help: "asserted, reported, alleged, denied, predicted, conditional or opinion.",
        completion: .values(of: Modality.self)
    )
    var modality: String?

    @Option(help: "The Admiralty code of source and claim, A1 to F6.")
    var grade: String?

    @Option(help: ArgumentHelp("When the source reported it.", valueName: "date"))
    var reported: String?

    @Option(help: "A label; may be repeated.")
    var tag: [String] = []

    @Option(
        help: ArgumentHelp(
            "What it sets, as [FROM>TO:]FACET[/KEY]=VALUE; may be repeated.",
            valueName: "effect"
        )
    )
    var set: [EffectOption] = []

    @Flag(help: "It sets nothing, whatever its type.")
    var noEffects = false

    @Option(help: "Whose word the effects are; left out, the record's own.")
    var claimant: String?

    @Option(help: ArgumentHelp("Where it was read: the title of the source.", valueName: "title"))
    var source: String?

    @Option(help: "Who published the source.")
    var publisher: String?

    @Option(help: "Where the source can be read.")
    var url: String?

    @Option(help: ArgumentHelp("When the source was published.", valueName: "date"))
    var published: String?

    @Option(help: "Where in the source.")
    var locator: String?

    func validate() throws {
        guard source != nil || [publisher, url, published, locator].allSatisfy({ $0 == nil }) else {
            throw ValidationError(
                "--publisher, --url, --published and --locator describe a --source: give its title."
            )
        }
        guard !noEffects || set.isEmpty else {
            throw ValidationError("--no-effects and --set exclude each other.")
        }
    }

    /// Whether none was given.
    var isEmpty: Bool {
        changes == EventChanges() && claimant == nil
    }

    private var sources: [Source] {
        source.map {
            [Source(title: $0, publisher: publisher, url: url, published: published, locator: locator)]
        } ?? []
    }

    /// A whole event: the first actor acted, towards the others.
    func draft(_ actors: [String]) -> EventDraft {
        var draft = EventDraft()
        draft.on = on
        draft.actors = actors.prefix(1) + by
        draft.recipients = actors.dropFirst() + to
        draft.type = type
        draft.mode = mode
        draft.contexts = context
        draft.title = title
        draft.note = note
        draft.modality = modality
        draft.grade = grade
        draft.reported = reported
        draft.tags = tag
        let participants = actors + by + to
        if noEffects || !set.isEmpty {
            draft.effects = set.map { $0.draft(participants: participants, claimant: claimant) }
        }
        draft.sources = sources
        return draft
    }

    /// What a correction changes: what was given.
    var changes: EventChanges {
        var changes = EventChanges()
        func given(_ text: String?) -> EventChanges.Change<String?> {
            text.map { .set($0.isEmpty ? nil : $0) } ?? .keep
        }
        func given(_ texts: [String]) -> EventChanges.Change<[String]> { texts.isEmpty ? .keep : .set(texts) }
        changes.on = given(on)
        changes.actors = given(by)
        changes.recipients = given(to)
        changes.type = given(type)
        changes.mode = given(mode)
        changes.contexts = given(context)
        changes.title = given(title)
        changes.note = given(note)
        changes.modality = given(modality)
        changes.grade = given(grade)
        changes.reported = given(reported)
        changes.tags = given(tag)
        if noEffects || !set.isEmpty {
            changes.effects = .set(set.map { $0.draft(participants: by + to, claimant: claimant) })
        }
        if !sources.isEmpty { changes.sources = .set(sources) }
        return changes
    }
}
