import Annals
import EventLog
import Pictures
import Projections

extension CoursePicture.Lane {
    /// The lane of a facet.
    init(_ lane: Course.Lane) {
        self.init(
            lane: ShownLane(lane.lane),
            intervals: lane.stretches.map {
                CoursePicture.Interval(days: $0.days, claim: ShownClaim($0.state))
            }
        )
    }

    /// The lane of a relationship, under the name of the other actor.
    init(_ course: StandingCourse, name: String) {
        self.init(
            lane: ShownLane(name: name),
            intervals: course.stretches.map { stretch in
                CoursePicture.Interval(days: stretch.days, claim: ShownClaim(stretch.standing))
            }
        )
    }
}

extension ShownClaim {
    /// How two actors stood on the facet on which they stood worst, which is told beside the value.
    init(_ standing: Standing) {
        self.init(standing.worst)
        remarks.insert(standing.worst.lane.facet.rawValue, at: 0)
        if standing.mayBeWorse {
            certainty = .possible
            remarks.append("another facet may be worse")
        }
    }
}

extension CoursePicture.Mark {
    /// An event, under the letter of its place; nil for an entry that says nothing of the world.
    init?(
        _ logged: LoggedEntry,
        at index: Int,
        _ standing: Standing,
        of stream: StreamID,
        _ rulebook: Rulebook
    ) {
        guard let event = logged.entry.content?.event else { return nil }
        let bounds = event.occurred.bounds
        let effects = Derivation.of(.event(event), replacing: nil, rulebook: rulebook).effects.filter {
            effect in
            effect.lane.stream == stream
                || !stream.isRelationship && effect.lane.stream.actors.contains(stream.actors[0])
        }
        let source = event.sources.first
        let place = [source?.publisher ?? source?.title, source?.locator].compactMap { $0 }
        self.init(
            letter: Self.letter(index),
            begin: bounds.beginEarliest...bounds.beginLatest,
            date: event.occurred.text,
            title: Printable.line(event.title)
                + (event.modality == .asserted ? "" : " (\(event.modality.rawValue))"),
            sets: effects.map { "\($0.lane.spoken): \($0.value.name.spoken)" },
            grade: event.grade.code,
            position: logged.position?.description ?? "",
            source: place.isEmpty ? nil : Printable.line(place.joined(separator: ", ")),
            url: source?.url,
            standing: standing
        )
    }
}
