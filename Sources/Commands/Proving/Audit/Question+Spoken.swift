import Annals
import EventLog
import Postgres

extension Question {
    /// The command that asks it.
    var command: String {
        let window = verb == .history ? window : .everything
        let options: [(String, String?)] =
            [
                ("--at", written(\.askedAt)), ("--known", written(\.askedKnown)),
                ("--facet", facet?.rawValue),
                ("--since", askedSince ?? since?.description), ("--by", author),
                ("--from", window.first?.description),
                ("--to", clocks.askedAt == nil ? window.last?.description : nil),
                ("--limit", (limit ?? window.limit).map { "\($0)" }),
            ] + kinds.map { ("--kind", $0.rawValue) }
        let words =
            actors.map(\.asked) + (verb == .diff && actors.isEmpty ? ["--all"] : [])
            + options.flatMap { name, value in value.map { [name, $0] } ?? [] }
        let quoted = words.map { word in
            let word = Printable.line(word, most: 60)
            return word.contains(" ") ? "\"\(word)\"" : word
        }
        return (["annals", verb.rawValue] + quoted).joined(separator: " ")
    }

    /// An option of the clocks as it was written, whether it was one date or the two ends of a range.
    private func written(_ option: (Clocks) -> String?) -> String? {
        guard let before, let first = option(before), first != option(clocks) else { return option(clocks) }
        return "\(first)..\(option(clocks) ?? "")"
    }

    /// Both clocks, in words; of a comparison the one that runs with both its ends.
    var spokenClocks: [String] {
        let recorded = clocks.recordedAt.map { ", \($0)" } ?? ""
        let known = "as we knew it at \(clocks.known)\(recorded)\(clocks.unsettled)"
        guard let before else { return (verb.takesDay ? ["as it stood on \(clocks.at)"] : []) + [known] }
        if range.isOfWorld { return ["as it stood on \(before.at) → \(clocks.at)", known] }
        let stood = range.isOfOneDay ? "as it stood on \(clocks.at)" : "as it stood on any day"
        return [stood, "as we knew it at \(before.known) → \(clocks.known)\(recorded)\(range.unsettled)"]
    }
}
