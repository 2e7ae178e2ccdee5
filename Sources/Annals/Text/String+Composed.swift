@_spi(_Unicode) import Swift

extension String {
    /// The text in Unicode's composed form, NFC: what is recorded, so that one name is one name however it was typed.
    ///
    /// ```swift
    /// "Cafe\u{301}".composed.utf8.count  // 5, as of "Café"
    /// ```
    ///
    /// Swift compares texts by this form and has no public way to write it; the full Foundation has one, and costs a
    /// command half its start-up time. The standard library's own is taken, which its Foundation takes too; a test holds
    /// it to PostgreSQL's `normalize`.
    public var composed: String {
        // Up to U+02FF, which end before the byte 0xCC, every character is composed and none combines with another.
        guard utf8.contains(where: { $0 >= 0xCC }) else { return self }
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
    }
}
