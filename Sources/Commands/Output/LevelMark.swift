/// How a level is drawn: by height, which colour only repeats.
struct LevelMark {
    let ascii: Bool
    let colour: Bool

    /// A value with the mark of its level before it, from −2 to +2; without one where there is no better or worse.
    func value(_ word: String, level: Int?) -> String {
        guard let level else { return word.spoken }
        let step = max(0, min(4, level + 2))
        let mark = ascii ? String(step + 1) : ["▁", "▂", "▄", "▆", "█"][step]
        // Orange to purple: readable with any colour vision, on light and dark.
        let drawn = colour ? "\u{1B}[38;5;\([166, 172, 245, 104, 98][step])m\(mark)\u{1B}[0m" : mark
        return "\(drawn) \(word.spoken)"
    }
}
