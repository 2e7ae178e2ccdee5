extension String {
    /// The text with what cannot be seen, or would drive a terminal, made plain as `\u{202e}`.
    ///
    /// The one way in which such characters leave annals, whatever the form; JSON alone has escapes of its own for them.
    ///
    /// - Parameter keeping: those to leave as they are, such as line breaks.
    package func revealingHidden(keeping kept: Set<Unicode.Scalar> = []) -> String {
        replacingHidden { kept.contains($0) ? nil : $0.revealed }
    }

    /// The same on one line: a space wherever a line ends or a tab stands.
    package var revealedOnOneLine: String {
        replacingHidden { scalar in
            switch scalar {
            case "\n", "\r", "\t", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": " "
            default: scalar.revealed
            }
        }
    }

    /// With a line feed wherever a line ends in a carriage return as well.
    package var withLineFeeds: String {
        guard utf8.contains(0x0D) else { return self }
        return String(decoding: Array(utf8).withoutReturnsBeforeFeeds, as: UTF8.self)
    }

    /// JSON with what cannot be seen escaped as `\u202e`, which says the same to who reads it.
    package var revealingHiddenInJSON: String {
        replacingHidden { scalar in
            // Between the values of a text they are space, and within them escaped already.
            if ["\n", "\r", "\t"].contains(scalar) { return nil }
            return scalar.utf16.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            }.joined()
        }
    }

    /// The text with its hidden characters replaced, but for those that a script or a picture is made of: joiners
    /// between letters of Arabic and Indic scripts, after a virama and within an emoji, and the letters of a flag.
    ///
    /// - Parameters:
    ///   - before: what stands before it, where it is a part of a text.
    ///   - after: what stands behind it.
    ///   - replacement: what to write for one of them; nil to leave it.
    package func replacingHidden(
        between before: Unicode.Scalar? = nil,
        and after: Unicode.Scalar? = nil,
        _ replacement: (Unicode.Scalar) -> String?
    ) -> String {
        guard mayHaveHidden else { return self }
        var text = ""
        text.reserveCapacity(utf8.count)
        var before = before
        var isInFlag = false
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            isInFlag = scalar == "\u{1F3F4}" || isInFlag && scalar.isTag
            let isPart = isInFlag || Self.isNeeded(scalar, between: before, and: rest.first ?? after)
            if scalar.isHidden, !isPart, let replaced = replacement(scalar) {
                text += replaced
            } else {
                text.unicodeScalars.append(scalar)
            }
            before = scalar
        }
        return text
    }

    /// Whether a joiner does something to what it stands between.
    private static func isNeeded(
        _ scalar: Unicode.Scalar,
        between before: Unicode.Scalar?,
        and after: Unicode.Scalar?
    ) -> Bool {
        guard scalar.isJoiner, let before else { return false }
        if before.isVirama { return true }
        guard let after else { return false }
        if before.isShapedByJoiners, after.isShapedByJoiners { return true }
        return scalar == "\u{200D}" && before.isPartOfEmoji && after.isPartOfEmoji
    }

    /// Whether a hidden character may be in it: most texts have none of the bytes that one may begin with.
    package var mayHaveHidden: Bool {
        utf8.contains { byte in
            switch byte {
            case ..<0x20, 0x7F, 0xC2, 0xCD, 0xD8, 0xE1...0xE3, 0xEF...: true
            default: false
            }
        }
    }
}

extension Unicode.Scalar {
    /// Its number, as Swift and Rust write it in a text: `\u{202e}`.
    package var revealed: String { "\\u{\(String(value, radix: 16))}" }
}

extension [UInt8] {
    fileprivate var withoutReturnsBeforeFeeds: [UInt8] {
        indices.lazy.filter { index in
            self[index] != 0x0D || index + 1 == endIndex || self[index + 1] != 0x0A
        }.map { self[$0] }
    }
}
