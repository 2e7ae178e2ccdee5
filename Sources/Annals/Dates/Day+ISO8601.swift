extension Day {
    /// The day written `YYYY-MM-DD`, ten ASCII characters and nothing else; nil for any other text and for days
    /// that do not exist.
    public init?(_ iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Int(digits: bytes[0..<4]),
            let month = Int(digits: bytes[5..<7]),
            let day = Int(digits: bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Day: CustomStringConvertible {
    /// `2020-02-29`, `-infinity` or `infinity`, as PostgreSQL prints them under `DateStyle = ISO`.
    public var description: String {
        guard let (year, month, day) = components else {
            return self == .distantPast ? "-infinity" : "infinity"
        }
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }
}

extension Int {
    /// The number these ASCII digits write; nil if there are none, another byte among them, or more than 18.
    init?(digits: ArraySlice<UInt8>) {
        guard (1...18).contains(digits.count) else { return nil }
        var value = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        self = value
    }

    /// The number in decimal digits, filled up with zeros in front.
    package func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
