extension TextStyle {
    /// The text, or as much of its beginning as there is room for and `…`.
    package func fitting(_ text: String, width room: Double) -> String {
        guard width(text) > room else { return text }
        var kept = ""
        var taken = width("…")
        for character in text {
            taken += width(String(character))
            if taken > room { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines that are no wider than the room, broken between words where that can be; the last of
    /// `most` lines ends in `…` where there would be more.
    package func lines(_ text: String, width room: Double, most: Int = .max) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace).flatMap({ pieces(of: $0, width: room) }) {
            let longer = line.isEmpty ? word : "\(line) \(word)"
            if width(longer) <= room || line.isEmpty {
                line = longer
            } else {
                lines.append(line)
                line = word
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        return lines.prefix(most - 1)
            + [fitting(lines[(most - 1)...].joined(separator: " "), width: room)]
    }

    /// A word, in pieces that fit where it alone is wider than the room: an address, or a script without spaces.
    ///
    /// It is broken after a sign, as slugs and addresses have them, rather than elsewhere.
    private func pieces(of word: Substring, width room: Double) -> [String] {
        var pieces: [String] = []
        /// Where the piece begins, where it was last after a sign, and how wide it was there and is now.
        var start = word.startIndex
        var afterSign: (end: Substring.Index, taken: Double)?
        var taken = 0.0
        for index in word.indices {
            let wide = width(String(word[index]))
            // At least a character, so that it ends.
            while taken + wide > room, index > start {
                let cut = afterSign ?? (index, taken)
                pieces.append(String(word[start..<cut.end]))
                (start, taken, afterSign) = (cut.end, taken - cut.taken, nil)
            }
            taken += wide
            if "-/_.".contains(word[index]) { afterSign = (word.index(after: index), taken) }
        }
        return start < word.endIndex ? pieces + [String(word[start...])] : pieces
    }
}
