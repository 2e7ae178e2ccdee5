/// Text in scripts that are written from right to left, in rows that are not.
enum RightToLeft {
    /// A cell that stays where it is in a row: a terminal that reorders lines takes it, and not what is beside it, for
    /// right to left.
    static func cell(_ text: String) -> String {
        // U+200E LEFT-TO-RIGHT MARK cannot be seen; it only has a direction.
        text.unicodeScalars.contains(where: isRightToLeft) ? "\u{200E}\(text)\u{200E}" : text
    }

    /// The blocks that Unicode keeps for such scripts: Hebrew, Arabic, Syriac, Thaana, N'Ko and others.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
