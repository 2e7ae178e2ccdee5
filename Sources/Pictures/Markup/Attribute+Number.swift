extension Attribute {
    /// A length or a coordinate.
    package init(_ name: StaticString, _ number: Double) {
        self.init(name, number.coordinate)
    }
}

extension Double {
    /// To hundredths, as short as can be: `12`, `0.5`, `-3.25`; finer than that nobody sees.
    package var coordinate: String {
        let hundredths = Int(self * 100 + (self < 0 ? -0.5 : 0.5))
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        var text = hundredths < 0 ? "-\(whole)" : "\(whole)"
        if rest > 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
        return text
    }
}
