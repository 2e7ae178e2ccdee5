import Annals

/// Items and groups of vis-timeline (visjs.github.io/vis-timeline), as JSON: a lane for each facet, with what held
/// when; and one for the events.
///
/// The lanes come after what stands in them, so that nothing has to be kept but their names.
package struct VisTimeline: ClaimFormat {
    package static var showsRevoked: Bool { false }

    package private(set) var claimLosses = Losses()
    package private(set) var eventLosses = Losses()
    private let record: SharedRecord
    private var lanes: [LaneID: Int] = [:]
    private var groups: [String] = []
    private var isFirst = true

    private static let open = Losses.Kind(
        "open at an end",
        "vis-timeline draws them from the first day of the record, or to its last"
    )
    private static let undatedEnd = Losses.Kind(
        "open at an end",
        "vis-timeline shows them on the days that are known"
    )
    private static let dateless = Losses.Kind("without any day", "vis-timeline cannot show them")
    private static let imprecise = Losses.Kind(
        "dated by a month, a year or longer",
        "vis-timeline shows them over all the days they may have begun on"
    )

    /// A timeline.
    package init(_ record: SharedRecord) { self.record = record }

    package var head: String { "{\"items\":[\n" }

    /// Nothing: actors are in the names of lanes.
    package func text(of actor: SharedActor) -> String { "" }

    /// An item for each time through which a claim held.
    package mutating func text(of claim: SharedClaim) -> String {
        claimLosses.meet()
        let group = group(of: claim.lane)
        var text = ""
        var isOpen = false
        for (number, spell) in claim.spells.enumerated() {
            let first = spell.first ?? min(record.days.lowerBound, spell.last ?? record.days.lowerBound)
            let last = spell.last ?? max(record.days.upperBound, first)
            isOpen = isOpen || spell.first == nil || spell.last == nil
            let may = spell.certainty == .possible
            let json = Self.object { writer in
                writer.member("id", "\(claim.id)-\(number)")
                writer.member("group") { $0.number(group) }
                writer.member("type", "range")
                writer.member("content", XMLText.escaped((may ? "possibly " : "") + claim.value))
                writer.member("title", XMLText.escaped(tip(claim.event)))
                writer.member("start", "\(first)")
                // A range ends before its end.
                writer.member("end", "\(last.advanced(by: 1))")
                writer.member("className", Self.style(claim.level, may))
            }
            text += item(json)
        }
        if isOpen { claimLosses.add(Self.open) }
        return text
    }

    /// The item of an event: a point, or a range over the days on which it may have happened.
    package mutating func text(of event: SharedEvent) -> String {
        eventLosses.meet()
        let bounds = event.event.occurred.bounds
        let ends = [bounds.endEarliest, bounds.endLatest].map { $0.advanced(by: -1) }
        let days = ([bounds.beginEarliest, bounds.beginLatest] + ends).filter(\.isFinite)
        guard let first = days.min(), let last = days.max() else {
            eventLosses.add(Self.dateless)
            return ""
        }
        let isByDay = CalendarPlace(event.event.occurred)?.isByDay == true
        if days.count < 4 {
            eventLosses.add(Self.undatedEnd)
        } else if !isByDay {
            eventLosses.add(Self.imprecise)
        }
        let json = Self.object { writer in
            writer.member("id", event.id.description)
            writer.member("group") { $0.number(0) }
            writer.member("type", first == last ? "point" : "range")
            writer.member("content", XMLText.escaped(event.event.title))
            writer.member("title", XMLText.escaped(tip(event)))
            writer.member("start", "\(first)")
            if first != last { writer.member("end", "\(last.advanced(by: 1))") }
            writer.member("className", "annals-event")
        }
        return item(json)
    }

    /// The end of the items, and the groups they are in.
    package var foot: String {
        let events = Self.object { writer in
            writer.member("id") { $0.number(0) }
            writer.member("content", "Events")
        }
        let all = [events] + groups
        return "\n],\"groups\":[\n\(all.joined(separator: ",\n"))\n]}\n"
    }

    private mutating func item(_ json: String) -> String {
        defer { isFirst = false }
        return (isFirst ? "" : ",\n") + json
    }

    private static func object(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(appendingTo: [])
        writer.object(body)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private mutating func group(of lane: LaneID) -> Int {
        if let known = lanes[lane] { return known }
        let number = groups.count + 1
        let pair = lane.from.flatMap { from in lane.to.map { [from, $0] } } ?? lane.stream.actors
        let names = pair.map { record.name($0) }.joined(separator: lane.from == nil ? " — " : " → ")
        let facet = [lane.facet.rawValue, lane.key].filter { !$0.isEmpty }.joined(separator: " ")
        let whose = lane.claimant.isEmpty ? "" : ", says \(lane.claimant)"
        groups.append(
            Self.object { writer in
                writer.member("id") { $0.number(number) }
                writer.member("content", XMLText.escaped("\(names): \(facet)\(whose)"))
            }
        )
        lanes[lane] = number
        return number
    }

    private func tip(_ event: SharedEvent) -> String {
        "\(event.event.title) (\(DateWords.of(event.event.occurred)) · \(event.standing))"
    }

    /// Classes for a style sheet: `annals-level-minus-2 annals-possible`.
    private static func style(_ level: Int?, _ isPossible: Bool) -> String {
        let level =
            level.map { $0 < 0 ? "annals-level-minus-\(-$0)" : "annals-level-\($0)" } ?? "annals-level"
        return isPossible ? "\(level) annals-possible" : level
    }
}
