import Annals
import EventLog
import Pictures

/// Events in a list, for a terminal: date, place in the log, grade, what happened and what it set.
struct EventsText {
    let stream: StreamID
    let marks: LevelMark
    let rulebook: Rulebook

    /// - Parameter withHead: whether the columns are named first.
    func lines(_ history: [LoggedEntry], _ erasures: Erasures, withHead: Bool) -> [String] {
        var table = Table()
        if withHead { table.add(["DATE", "ENTRY", "GRADE", "EVENT"]) }
        for logged in history {
            guard let event = logged.entry.content?.event else { continue }
            let revised =
                switch logged.entry.kind {
                case .recorded: ""
                case .redacted: " (redacted)"
                case .corrected, .retracted: " (corrected)"
                }
            table.add([
                event.occurred.text, logged.position?.description ?? "", event.grade.code,
                Printable.line(event.title, most: 90) + claimed(event) + revised,
            ])
            for line in erasures.lines(of: logged.entry) { table.add(["", "", "", "  \(line)"]) }
            for effect in Derivation.of(.event(event), replacing: nil, rulebook: rulebook).effects
            where isAsked(effect.lane.stream) {
                table.add(["", "", "", "  \(self.effect(effect))"])
            }
        }
        return table.lines
    }

    private func claimed(_ event: Event) -> String {
        event.modality == .asserted ? "" : " (\(event.modality.rawValue))"
    }

    /// An event with many signatories sets something between pairs nobody asked about.
    private func isAsked(_ other: StreamID) -> Bool {
        other == stream || !stream.isRelationship && other.actors.contains(stream.actors[0])
    }

    private func effect(_ effect: Effect) -> String {
        "\(effect.lane.spoken): \(marks.value(effect.value.name, level: effect.value.level))"
    }
}

extension Erasures {
    /// `erased by #57: title, note`, a line for each entry that erased something of an entry before it.
    func lines(of entry: Entry) -> [String] {
        let texts = Dictionary(grouping: of(entry), by: \.position)
        return texts.sorted { $0.key < $1.key }.map { position, texts in
            "erased by \(position): \(texts.map(\.text.name).joined(separator: ", "))"
        }
    }
}
