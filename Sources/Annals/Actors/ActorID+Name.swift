extension ActorID {
    /// A slug made of a name, for an actor that has none yet: `Côte d'Ivoire` becomes `cote-d-ivoire`.
    ///
    /// Letters with marks lose them; what no Latin letter or digit is left of has no slug.
    public init?(naming name: String) {
        var slug = ""
        for scalar in name.composed.unicodeScalars {
            if let letter = Self.letters(of: scalar) {
                slug += letter
            } else if !slug.isEmpty, slug.last != "-" {
                slug += "-"
            }
        }
        var short = slug.prefix(Self.mostOfName)
        while short.last == "-" { short.removeLast() }
        self.init(String(short))
    }

    /// The same with a number behind it, for a name whose own slug is taken.
    public func numbered(_ number: Int) -> ActorID { ActorID("\(slug)-\(number)") ?? self }

    /// What a name gives a slug at most, which leaves room for a number.
    private static let mostOfName = 70

    private static func letters(of scalar: Unicode.Scalar) -> String? {
        if scalar.isASCII {
            let isPart = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            return isPart ? String(Character(scalar)).lowercased() : nil
        }
        // By its name: LATIN SMALL LETTER O WITH CIRCUMFLEX.
        guard let words = scalar.properties.name?.split(separator: " "), words.count > 3, words[0] == "LATIN",
            words[2] == "LETTER"
        else { return nil }
        return words[3].lowercased()
    }
}
