import Annals
import EventLog
import Projections

// For people: what is altered first, by name; then where everything is, for who knows the log; then the verdict.
extension VerificationReport {
    var text: String {
        var lines = headlines + details
        if let verdict { lines.append(verdict) }
        lines += parts.compactMap(\.leftOut)
        if holds, let kept { lines.append(kept.holdsText) }
        return lines.joined(separator: "\n")
    }

    private var headlines: [String] {
        let placed = Set(findings.filter { $0.kind.isOfEntry }.compactMap(\.position)).sorted()
        var lines = placed.map { headline($0) }
        lines += findings.filter(\.kind.isOfSchema).map { Self.sentence($0.problem) }
        if differing > 0 {
            let rows =
                differing == 1
                ? "1 row that answers come from is" : "\(differing) rows that answers come from are"
            let cure =
                placed.isEmpty
                ? "Rebuild them from it: annals replay."
                : "Restore the log before anybody rebuilds them: they may be all that tells what was recorded."
            lines.append("\(rows) not what the log gives. \(cure)")
        }
        if placed.count > 1 { lines.append(Self.restoring) }
        return lines.isEmpty ? [] : lines + [""]
    }

    private static let restoring =
        "Restore it from a dump or a backup; annals will not change the log itself."

    private func headline(_ position: Position) -> String {
        let kinds = Set(findings.filter { $0.position == position }.map(\.kind))
        let alone = findings.allSatisfy { !$0.kind.isOfEntry || $0.position == position }
        let restoring = alone ? " " + Self.restoring : ""
        return "\(name(position)) \(story(position, kinds)).\(restoring)"
    }

    private func name(_ position: Position) -> String {
        "\(position)" + (titles[position].map { " “\(Printable.line($0, most: 100))”" } ?? "")
    }

    private func story(_ position: Position, _ kinds: Set<Finding.Kind>) -> String {
        if kinds.contains(.content) || kinds.contains(.seal) {
            return alterations[position]?.story(hasContent: kinds.contains(.content))
                ?? "was altered after it was recorded"
        }
        if kinds.contains(.unreadable) { return "cannot be read: it says what annals never writes" }
        if kinds.contains(.missing) { return "is missing, or there twice" }
        if kinds.contains(.bounds) { return "is found at other days than its date gives" }
        if kinds.contains(.streams) { return "stands in other relationships than it tells of" }
        return "is not what it was when the checkpoint was made"
    }

    private var details: [String] {
        let told = findings.filter { !$0.kind.isOfSchema }
        var lines = told.map(Self.line)
        if count > findings.count { lines.append("… and \(count - findings.count) more") }
        for table in projections ?? [] where table.differing > 0 { lines += table.lines }
        return lines
    }

    private static func line(_ finding: Finding) -> String {
        let place = [finding.position?.description, finding.event.map { "event \($0)" }].compactMap { $0 }
        return Printable.line((place + [finding.problem]).joined(separator: "  "))
    }

    private static func sentence(_ problem: String) -> String {
        let isName = problem.hasPrefix("annals")
        return Printable.line(
            (isName ? problem.prefix(1) : problem.prefix(1).uppercased()[...]) + problem.dropFirst() + "."
        )
    }

    private var verdict: String? {
        guard let extent, parts.contains(where: { $0.part == .log && $0.failure == nil }) else { return nil }
        let log = "\(extent.position) of \(extent.origin ?? "a log without a head")"
        guard holds else {
            let (things, rows) = (count == 1 ? "thing" : "things", differing == 1 ? "row" : "rows")
            return
                "\(log) does not hold: \(count) \(things) wrong with log and schema, \(differing) \(rows) with the projections."
        }
        let isQuick = parts.contains { $0.option == "--quick" }
        let whole =
            if isQuick {
                extent.first.rawValue <= 1
                    ? "its entries and the schema; not looked at: links, indexes and projections"
                    : "its entries from \(extent.first) on, and the schema; not looked at: the entries before, links, indexes "
                        + "and projections"
            } else if projections == nil {
                "the log alone"
            } else {
                "log and projections"
            }
        return "\(log) holds: \(whole)."
    }
}

extension Finding.Kind {
    /// Whether it is about what an entry says, or that it is there.
    fileprivate var isOfEntry: Bool {
        switch self {
        case .content, .unreadable, .seal, .bounds, .streams, .missing, .checkpoint: true
        case .link, .head, .schema, .rulebook, .session, .index: false
        }
    }

    /// Whether its words are whole sentences about something that is not in the log.
    fileprivate var isOfSchema: Bool {
        switch self {
        case .schema, .rulebook, .session, .index, .head: true
        case .content, .unreadable, .seal, .bounds, .streams, .missing, .checkpoint, .link: false
        }
    }
}

extension Alteration {
    /// What became of it.
    fileprivate func story(hasContent: Bool) -> String {
        guard let change else {
            guard hasContent else { return "was altered: its digest, or when it was accepted or recorded" }
            return "was altered after it was recorded, or recorded with a digest that was not its own: "
                + "what it said can only be had from a dump or a backup (its \(suspects.joined(separator: ", ")) "
                + "stand nowhere else)"
        }
        let recorded =
            "\(change.part), recorded as \(Self.shown(change.recorded)), now \(Self.shown(change.now))"
        let answers = answered.map {
            $0 == change.recorded
                ? ". Its answers still say \(Self.shown($0))" : ". Its answers say \(Self.shown($0)) too"
        }
        return "was altered after it was recorded: \(recorded)\(answers ?? "")"
    }

    private static func shown(_ text: String?) -> String {
        text.map { Printable.line($0, most: 200) } ?? "nothing"
    }
}

extension CheckpointFile {
    /// That nothing it covers was changed, in words.
    fileprivate var holdsText: String {
        let signature =
            if let key {
                ", signed by \(key.name),"
            } else if isSigned {
                " (its signature was not looked at: --key)"
            } else {
                ""
            }
        return
            "Nothing up to \(checkpoint.position) was changed since the checkpoint\(signature) of \(checkpoint.recordedAt)."
    }
}
