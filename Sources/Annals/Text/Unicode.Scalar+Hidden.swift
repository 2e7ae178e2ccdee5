extension Unicode.Scalar {
    /// Whether the character cannot be seen, drives a terminal, or turns around the text beside it.
    ///
    /// Control characters (C0, DEL, C1), separators of lines and paragraphs, marks and overrides of direction, what has
    /// no width, what stands for nothing in Unicode. A line break is one of them: where it may stay, the form says so.
    /// A joiner is one too; ``Swift/String/replacingHidden(_:)`` leaves those alone that a script needs.
    package var isHidden: Bool {
        switch value {
        case ..<0x20, 0x7F..<0xA0: true
        case ..<0x300: value == 0xAD
        // Dashes, quotes and the rest of the signs that texts are full of; and the letters of East Asia.
        case 0x2010...0x2027, 0x3400...0xD7FF: false
        // They choose between two looks of the character before them.
        case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: false
        // They hold the place of a letter in a syllable of Hangul.
        case 0x115F, 0x1160: false
        case 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE || properties.isDefaultIgnorableCodePoint
        }
    }

    /// U+200C ZERO WIDTH NON-JOINER or U+200D ZERO WIDTH JOINER.
    var isJoiner: Bool { value == 0x200C || value == 0x200D }

    /// A letter or mark of a script in which joiners tell words apart: those of Arabic, of India and its neighbours,
    /// and what lies between them, from Hebrew on; not Latin, Greek, Cyrillic, nor those of East Asia.
    var isShapedByJoiners: Bool {
        switch value {
        case 0x590...0x1DBF, 0xA800...0xABFF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFC,
            0x10800...0x11FFF, 0x1E900...0x1EEFF:
            switch properties.generalCategory {
            case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: true
            default: false
            }
        default: false
        }
    }

    /// The sign of Indic scripts that takes a consonant its vowel.
    var isVirama: Bool { properties.canonicalCombiningClass == .virama }

    /// An emoji, or what changes the look of one.
    var isPartOfEmoji: Bool { !isASCII && (properties.isEmoji || value == 0xFE0F) }

    /// One of the characters that spell, unseen, the name of a flag.
    var isTag: Bool { (0xE0020...0xE007F).contains(value) }
}
