package import Annals

extension ShownClaim {
    /// What a lane says, as a sentence that stands alone, for who hears a picture or points at it.
    ///
    /// `Dialogue, direct, since 2020-02-29, drawn to 2021-02-28; possibly indirect; grade B2; #160 Doha agreement.`
    ///
    /// `drawn` are the days it is drawn for, where a picture has a time axis.
    package func sentence(of lane: ShownLane, drawn days: ClosedRange<Day>? = nil) -> String {
        let says = [certainly ?? possibly ?? "unknown", period, days.map(drawn)].compactMap(\.self)
        let besides = certainly == nil ? nil : possibly
        return [
            ([lane.spoken] + says).joined(separator: ", "), besides, "grade \(grade)", grounds,
        ].sentence
    }

    private func drawn(_ days: ClosedRange<Day>) -> String {
        if since == days.lowerBound.description { return "drawn to \(days.upperBound)" }
        if days.lowerBound == days.upperBound { return "drawn on \(days.lowerBound)" }
        return "drawn from \(days.lowerBound) to \(days.upperBound)"
    }
}

extension ShownLane {
    /// Its name and what tells it from others, in one line: `agreement, doha-2020`.
    package var label: String { detail.isEmpty ? name : "\(name), \(detail)" }

    /// The same at the beginning of a sentence: `Agreement, doha-2020`.
    var spoken: String { label.capitalised }
}

extension String {
    /// With a capital letter in front, as sentences begin.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

extension [String?] {
    /// What there is of parts, as one sentence: with semicolons between, and a full stop unless it ends in one.
    var sentence: String {
        let text = compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
        return text.last.map { ".!?…".contains($0) } ?? true ? text : text + "."
    }
}
