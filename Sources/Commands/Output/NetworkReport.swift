import Annals
import EventLog
import Pictures
import Postgres
import Projections

/// Who stood how with whom.
struct NetworkReport {
    /// The actors asked about; nil for everybody.
    let actors: [ActorID]?
    let facet: Facet?
    let headings: Headings
    let ties: [Tie]
    /// Everybody who has a tie or was asked about, by name.
    let profiles: [ActorID: ActorProfile]

    init(_ question: Question, _ log: Log) throws {
        actors = question.subjects
        facet = question.facet
        ties = try question.ties(on: Answers(log))
        let named = Set(ties.flatMap(\.stream.actors) + (actors ?? []))
        (headings, profiles) = try Self.named(named, question.clocks, log)
    }

    /// The same with the names of others besides.
    init(_ report: NetworkReport, naming actors: Set<ActorID>, _ log: Log) throws {
        self.actors = report.actors
        facet = report.facet
        ties = report.ties
        (headings, profiles) = try Self.named(actors, report.headings.clocks, log)
    }

    private static func named(_ actors: Set<ActorID>, _ clocks: Clocks, _ log: Log) throws -> (
        Headings, [ActorID: ActorProfile]
    ) {
        let found = try ActorDirectory(log).profiles(of: Array(actors), known: clocks.known)
        let profiles: [ActorID: ActorProfile] = found.reduce(into: [:]) { profiles, profile in
            if let actor = ActorID(profile.slug) { profiles[actor] = profile }
        }
        return (try Headings(clocks, naming: actors, log), profiles)
    }

    /// Whom it is about, in words.
    var title: String {
        guard let actors else { return "Who stood how with whom" }
        return actors.count == 1
            ? "\(headings.name(actors[0])) and everybody" : "Who stood how with whom among \(actors.count)"
    }

    /// What stands for a relationship, in words.
    var measure: String { facet.map { "\($0.rawValue) of each pair" } ?? "of each pair the worst facet" }

    /// The other of two actors, when one of them was asked about alone.
    func other(_ tie: Tie) -> ActorID? {
        guard let actors, actors.count == 1 else { return nil }
        return tie.stream.actors.first { $0 != actors[0] }
    }

    var json: JSONValue { NetworkJSON.json(ties, of: actors, facet, headings.clocks) }
}

extension Tie {
    /// What of it is drawn, as pictures show it.
    var claim: ShownClaim {
        var claim = ShownClaim(standing.worst)
        if standing.mayBeWorse {
            claim.certainty = .possible
            claim.remarks.append("another facet may be worse")
        }
        return claim
    }
}
