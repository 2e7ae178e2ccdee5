/// How many columns of a terminal a text takes.
///
/// A terminal goes by the character: 2 columns for the wide ones of East Asian scripts and emoji, none for what
/// combines with the one before it or cannot be seen, 1 for the rest. Emoji that belong together, as flags, families
/// and skin tones do, take the place of the first.
///
/// ```swift
/// Width.of("北京 🇨🇳")  // 7
/// ```
enum Width {
    static func of(_ text: String) -> Int {
        var width = 0
        var isColour = false
        /// The last character that took a place, and how much.
        var last: (scalar: Unicode.Scalar, columns: Int)?
        /// Whether a zero-width joiner makes the next emoji a part of the last.
        var isJoined = false
        for scalar in text.unicodeScalars {
            // Colour takes no place: from ESC to the letter m.
            if scalar == "\u{1B}" { isColour = true }
            if isColour {
                if scalar == "m" { isColour = false }
                continue
            }
            if scalar.isASCII {
                width += 1
                last = (scalar, 1)
                isJoined = false
                continue
            }
            if scalar == "\u{200D}" {
                isJoined = last?.scalar.isShownAsEmoji ?? false
                continue
            }
            if scalar == "\u{FE0F}" {
                // Asks for the picture of an emoji that otherwise is a letter-like sign.
                if let base = last, base.columns == 1, base.scalar.properties.isEmoji {
                    width += 1
                    last?.columns = 2
                }
                continue
            }
            let isPart =
                isJoined
                || scalar.properties.isEmojiModifier && last?.scalar.properties.isEmojiModifierBase == true
                || scalar.isRegionalIndicator && last?.scalar.isRegionalIndicator == true
            isJoined = false
            if isPart {
                // The second letter of a flag ends it: the next begins another.
                last = scalar.isRegionalIndicator ? nil : last
                continue
            }
            let columns = columns(of: scalar)
            guard columns > 0 else { continue }
            width += columns
            last = (scalar, columns)
        }
        return width
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        // The soft hyphen, and the signs of Arabic, Syriac and Kaithi that enclose the number after them, are seen.
        case 0xAD, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return 1
        // Vowels and finals of Hangul join the consonant before them.
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
        default: break
        }
        if WideCharacters.contains(scalar) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
        default: return scalar.properties.isDefaultIgnorableCodePoint ? 0 : 1
        }
    }
}

extension Unicode.Scalar {
    /// One of the 26 letters that make a flag by twos.
    fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

    fileprivate var isShownAsEmoji: Bool { properties.isEmoji && !isASCII }
}
