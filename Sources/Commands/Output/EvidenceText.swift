import Annals
import EventLog
import Pictures
import Postgres
import Projections

/// What facets rest on, for a terminal: a tree for each.
struct EvidenceText {
    let marks: LevelMark
    /// The works cited, each once, in the order in which they appear.
    let works: [Source]

    init(_ evidence: [Evidence], marks: LevelMark) {
        self.marks = marks
        let cited = evidence.flatMap { $0.deciding }.flatMap { $0.logged.entry.content?.event?.sources ?? [] }
        var seen: Set<Source> = []
        works = cited.map(\.work).filter { seen.insert($0).inserted }
    }

    /// The works cited, numbered as the facets name them.
    var bibliography: [String] {
        ["Sources"] + works.enumerated().map { "[\($0 + 1)] \($1.spoken)" }
    }

    /// Lanes of one facet, key and direction together: those of its claimants.
    static func grouped(_ evidence: [Evidence]) -> [[Evidence]] {
        evidence.reduce(into: []) { groups, one in
            if let last = groups.last?.first, last.lane.isSame(as: one.lane) {
                groups[groups.count - 1].append(one)
            } else {
                groups.append([one])
            }
        }
    }

    func lines(_ claimants: [Evidence]) -> [String] {
        guard claimants.count > 1, let lane = claimants.first?.lane else {
            return claimants.flatMap { lines($0, heading: heading($0.lane, claimant: $0.lane.claimant)) }
        }
        let title = heading(lane, claimant: "") + ": \(claimants.count) claimants, side by side"
        return [title]
            + claimants.flatMap { one in
                let name =
                    one.lane.claimant.isEmpty ? "the record" : Printable.line(one.lane.claimant, most: 40)
                return lines(one, heading: "says \(name)").map { "  \($0)" }
            }
    }

    private func heading(_ lane: LaneID, claimant: String) -> String {
        let lane = LaneID(
            stream: lane.stream,
            facet: lane.facet,
            key: lane.key,
            from: lane.from,
            to: lane.to,
            claimant: claimant
        )
        return ([lane.facet.rawValue, lane.qualifiers].filter { !$0.isEmpty }).joined(separator: " ")
    }

    private func lines(_ evidence: Evidence, heading: String) -> [String] {
        var branches: [[String]] = []
        if let winner = evidence.winner { branches.append(exhibit(winner, before: "")) }
        for (index, alternative) in evidence.alternatives.enumerated() {
            let value = marks.value(
                alternative.known.effect.value.name,
                level: alternative.known.effect.value.level
            )
            let or = evidence.winner == nil && index == 0 ? "possibly" : "or possibly"
            branches.append(exhibit(alternative, before: "\(or) \(value)  "))
        }
        if !evidence.setAside.isEmpty { branches.append(setAside(evidence)) }
        let rule =
            evidence.method == .latest
            ? "the latest in force decides" : "the highest since the last none decides"
        return ["\(heading): \(state(evidence.state))  (\(rule))"] + tree(branches)
    }

    private func state(_ state: LaneState?) -> String {
        guard let state else { return marks.unknown }
        guard let value = state.value else { return marks.ascii ? "~ not certain" : "≈ not certain" }
        let certainty =
            switch state.certainty {
            case .certain: "certain"
            case .standing: "standing"
            case .possible: "possibly"
            }
        let since = value.since.edtf == ".." || value.since.edtf.isEmpty ? "" : ", since \(value.since.edtf)"
        return "\(marks.value(value.value, level: value.level)), \(certainty)\(since)"
            + (state.isStale ? ", stale" : "")
    }

    private func exhibit(_ exhibit: Exhibit, before: String) -> [String] {
        guard let event = exhibit.logged.entry.content?.event else { return [] }
        let modality = event.modality == .asserted ? "" : " (\(event.modality.rawValue))"
        let place = exhibit.logged.position?.description ?? ""
        var lines = [
            "\(before)\(place)  \(event.occurred.text)  \(Printable.line(event.title))\(modality)  grade \(event.grade)"
        ]
        for source in event.sources { lines.append("    source    \(citation(source))") }
        if event.sources.isEmpty { lines.append("    source    none given") }
        if let reported = event.reported { lines.append("    reported  \(reported.text)") }
        lines += revisions(exhibit)
        lines.append(
            "    recorded  \(exhibit.logged.minute) by \(exhibit.logged.author)"
        )
        return lines
    }

    /// The number of the work, and the place in it.
    private func citation(_ source: Source) -> String {
        let number = works.firstIndex(of: source.work).map { "[\($0 + 1)]" } ?? ""
        return ([number] + [source.locator].compactMap { $0 }.map { Printable.line($0) }).joined(
            separator: " "
        )
    }

    private func revisions(_ exhibit: Exhibit) -> [String] {
        guard let first = exhibit.earlier.last, let reason = exhibit.logged.entry.reason else { return [] }
        let old =
            first.entry.content?.event.map { " (\($0.occurred.text)  \(Printable.line($0.title, most: 60)))" }
            ?? ""
        let line =
            "    corrects  \(first.position?.description ?? "")\(old): \(Printable.line(reason, most: 160))"
        let before = exhibit.earlier.dropLast().reversed().compactMap { logged in
            logged.position.map { "    before    \($0) \(logged.entry.kind.rawValue)" }
        }
        return [line] + before
    }

    private func setAside(_ evidence: Evidence) -> [String] {
        var table = Table()
        for (exhibit, rule) in evidence.setAside {
            let effect = exhibit.known.effect
            table.add([
                exhibit.known.position.description, effect.span,
                marks.value(effect.value.name, level: effect.value.level),
                Printable.line(exhibit.logged.entry.content?.event?.title ?? "", most: 60), rule.spoken,
            ])
        }
        let more = evidence.isCut ? ["    and more that lies further back: annals history"] : []
        return ["set aside"] + table.lines.map { "    \($0)" } + more
    }

    private func tree(_ branches: [[String]]) -> [String] {
        let (fork, last, along) = marks.ascii ? ("|- ", "`- ", "|  ") : ("├─ ", "└─ ", "│  ")
        return branches.enumerated().flatMap { index, lines in
            lines.enumerated().map { number, line in
                let isLast = index == branches.count - 1
                return (number == 0 ? (isLast ? last : fork) : (isLast ? "   " : along)) + line
            }
        }
    }
}

extension LaneID {
    /// Whether it differs from another in whose word it is, if at all.
    fileprivate func isSame(as other: LaneID) -> Bool {
        (stream, facet, key, from, to) == (other.stream, other.facet, other.key, other.from, other.to)
    }
}

extension SetAside {
    /// The rule, in words.
    var spoken: String {
        switch self {
        case .corrected(let position): "corrected by \(position)"
        case .retracted(let position): "retracted by \(position)"
        case .ended: "had ended"
        case .lapsed(let days): "lapsed after \(days) days"
        case .earlier(let position): "began before \(position)"
        case .outranked(let position): "ranks below \(position)"
        case .over(let position): "ended by \(position)"
        case .agrees(let position): "says the same as \(position)"
        }
    }
}

extension Effect {
    /// When it holds, as written.
    fileprivate var span: String { begin + (end.map { $0 == ".." ? "/.." : "/\($0)" } ?? "") }
}

extension Evidence {
    /// What decides and what may.
    var deciding: [Exhibit] { [winner].compactMap { $0 } + alternatives }
}

extension Source {
    /// The same without the place in it.
    fileprivate var work: Source {
        Source(title: title, publisher: publisher, url: url, published: published, locator: nil)
    }

    /// The work and the place in it, on one line: title, publisher, when, where in it, and where it can be read.
    var spoken: String {
        [title, publisher, published, locator, url].compactMap { $0 }.filter { !$0.isEmpty }
            .map { Printable.line($0) }.joined(separator: ", ")
    }
}

extension LoggedEntry {
    /// When it was recorded, to the minute.
    var minute: String {
        let time = String((recordedAt?.description ?? "").prefix(16)).map { $0 == "T" ? " " : String($0) }
        return time.joined() + "Z"
    }
}
