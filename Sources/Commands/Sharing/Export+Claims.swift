import Annals
import EventLog
import Formats
import Postgres
import Projections

extension Export {
    /// Relationships whose courses are followed together.
    private static let chunk = 100

    /// Writes actors, what held between them, and the events; the relationships and the events as they are read.
    ///
    /// - Returns: whether there was nothing.
    func write<Format: ClaimFormat>(claims _: Format.Type, to output: OutputFile) throws -> Bool {
        var file = Format(record)
        var told: Set<ActorID> = []
        var isEmpty = true
        let shared = try sharedActors()
        func introduce(_ actors: [ActorID]) throws {
            for actor in actors where told.insert(actor).inserted {
                try output.write(file.text(of: shared[actor] ?? SharedActor(unnamed: actor)))
            }
        }
        func tell(_ claim: SharedClaim) throws {
            try introduce(claim.lane.stream.actors)
            try output.write(file.text(of: claim))
            isEmpty = false
        }
        try output.write(file.head)
        let busy = try forEachClaim(tell)
        if Format.showsRevoked { try forEachRevoked(tell) }
        var alone = Losses()
        try forEachEvent { event in
            alone.meet()
            let effects = Derivation.of(.event(event.event), replacing: nil, rulebook: log.rulebook).effects
            if effects.contains(where: { !$0.lane.stream.isRelationship }) { alone.add(Self.alone) }
            // A format that has no events introduces nobody for one.
            let text = file.text(of: event)
            guard !text.isEmpty else { return }
            try introduce(event.event.actors + event.event.recipients)
            try output.write(text)
            isEmpty = false
        }
        try output.write(file.foot)
        self.tell(busy, of: "relationships")
        self.tell(file.claimLosses, of: "claims")
        self.tell(file.eventLosses, of: "events")
        self.tell(alone, of: "events")
        return isEmpty
    }

    private static let alone = Losses.Kind(
        "about the status of one actor",
        "this format has only what holds between two"
    )

    private static let busy = Losses.Kind(
        "too busy to be followed day by day",
        "their dates are those of evenly spread days, and what held only between two of these is left out"
    )

    /// Hands out what held between any two actors asked for in the days asked for, relationship by relationship.
    ///
    /// - Returns: which relationships were not followed day by day.
    private func forEachClaim(_ body: (SharedClaim) throws -> Void) throws -> Losses {
        var busy = Losses()
        let answers = Answers(log)
        let streams = try relationships()
        for start in stride(from: 0, to: streams.count, by: Self.chunk) {
            let chunk = Array(streams[start..<min(start + Self.chunk, streams.count)])
            var lanes: [(lane: Course.Lane, days: ClosedRange<Day>)] = []
            try answers.courses(between: chunk, known: clocks.known) { course, _ in
                busy.meet()
                if !course.isExact { busy.add(Self.busy) }
                lanes += course.lanes.map { ($0, course.days) }
            }
            let named = lanes.flatMap { $0.lane.stretches.compactMap { $0.state.drawn?.event } }
            let events = try sharedEvents(Array(Set(named)))
            for (lane, days) in lanes {
                for claim in SharedClaim.all(of: lane, within: days, events, log.rulebook) {
                    if let claim = claim.within(window.days) { try body(claim) }
                }
            }
        }
        return busy
    }

    /// Hands out what events said before they were withdrawn or corrected, and say no more.
    private func forEachRevoked(_ body: (SharedClaim) throws -> Void) throws {
        let filter = EntryFilter(
            stream.map { $0.isRelationship ? .stream($0) : .everything(of: $0.actors[0]) } ?? .anything,
            kinds: [.corrected, .retracted]
        )
        let none = Position(rawValue: 0)
        try log.forEachPage(of: filter, after: none, upTo: clocks.known) { page in
            let changed = Set(page.map(\.entry.event))
            let histories = Dictionary(
                grouping: try log.entries(of: Array(changed), known: clocks.known),
                by: \.entry.event
            )
            for logged in page {
                guard let history = histories[logged.entry.event],
                    // Of several corrections the last one tells.
                    history.last(where: { filter.kinds.contains($0.entry.kind) })?.entry.revision
                        == logged.entry.revision
                else { continue }
                for claim in SharedClaim.revoked(in: history, log.rulebook)
                where stream == nil || stream == claim.lane.stream
                    || stream?.isRelationship == false
                        && claim.lane.stream.actors.contains(where: { stream?.actors == [$0] })
                { try body(claim) }
            }
        }
    }

    /// The relationships that anything is known of, in the order of their names.
    private func relationships() throws -> [StreamID] {
        guard let stream else { return try Answers(log).bonds(known: clocks.known).keys.sorted() }
        return stream.isRelationship
            ? [stream] : try Answers(log).bonds(known: clocks.known, of: stream.actors).keys.sorted()
    }

    /// Events as they are known, by their identities.
    private func sharedEvents(_ events: [EventID]) throws -> [EventID: SharedEvent] {
        let entries = try log.entries(of: events, known: clocks.known)
        return Dictionary(grouping: entries, by: \.entry.event).compactMapValues { SharedEvent($0) }
    }

    /// Everybody known, as others are told of them.
    private func sharedActors() throws -> [ActorID: SharedActor] {
        let times = try ActorDirectory(log).recorded(known: clocks.known)
        return profiles.reduce(into: [:]) { shared, pair in
            let (actor, profile) = pair
            guard let times = times[actor] else { return }
            shared[actor] = SharedActor(
                uuid: actor.uuid,
                id: actor,
                name: profile.name ?? actor.slug,
                kind: profile.kind.flatMap { ActorKind(rawValue: $0) },
                aliases: profile.aliases,
                codes: profile.codes,
                created: RecordedTime(times.first),
                recorded: RecordedTime(times.last)
            )
        }
    }
}

extension SharedActor {
    /// An actor that events name and nobody registered any more: it was withdrawn.
    fileprivate init(unnamed actor: ActorID) {
        let epoch = RecordedTime(microsecondsSince2000: 0)
        self.init(
            uuid: actor.uuid,
            id: actor,
            name: actor.slug,
            kind: nil,
            aliases: [],
            codes: [],
            created: epoch,
            recorded: epoch
        )
    }
}

extension ActorID {
    /// The identity by which others know an actor.
    var uuid: EventID { EventID(naming: "actor/\(slug)") }
}
