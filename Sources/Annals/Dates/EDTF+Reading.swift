extension EDTF {
    /// What the grammar makes of a text.
    ///
    /// Texts are slices of the bytes of the whole, so that their indices are the offsets an error reports.
    struct Reading {
        let bounds: DateBounds
        let isInterval: Bool
        let qualifiers: Qualifiers
    }

    /// Why the grammar stopped.
    enum Fault: Error {
        /// It has the shape of a date, and this is wrong with it.
        case refused(DateError)
        /// This range has no shape of the grammar; what was meant is for ``DateAdvice`` to guess.
        case misshapen(Range<Int>)
    }

    /// How sure a source is of a date.
    struct Qualifiers: OptionSet {
        let rawValue: UInt8
        static let uncertain = Qualifiers(rawValue: 1)
        static let approximate = Qualifiers(rawValue: 2)

        /// The qualifiers a character stands for; nil if for none.
        init?(_ byte: UInt8?) {
            switch byte {
            case UInt8(ascii: "?"): self = .uncertain
            case UInt8(ascii: "~"): self = .approximate
            case UInt8(ascii: "%"): self = [.uncertain, .approximate]
            default: return nil
            }
        }

        init(rawValue: UInt8) {
            self.rawValue = rawValue
        }
    }
}

extension EDTF.Reading {
    /// Reads a whole text.
    init(_ text: ArraySlice<UInt8>) throws(EDTF.Fault) {
        if let slash = text.firstIndex(of: UInt8(ascii: "/")) {
            try self.init(from: text[..<slash], to: text[text.index(after: slash)...])
        } else if text.first == UInt8(ascii: "[") {
            try self.init(oneOf: text)
        } else {
            let date = try EDTF.WrittenDate(text)
            self.init(bounds: DateBounds(within: date.days), isInterval: false, qualifiers: date.qualifiers)
        }
    }
}
