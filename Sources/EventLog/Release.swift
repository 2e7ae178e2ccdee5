/// Which functions, views and grants a program has: a number that goes up with every change of them.
///
/// Of two programs with the same tables only that tells which is the newer, so that an older one never replaces the
/// functions of a newer. It stands at the head of `Schema/catalog.txt`; scripts/write-catalog raises it.
package struct Release: Hashable, Sendable {
    package let number: Int
    /// Over the functions, views and grants, in hexadecimal: what the number is of.
    package let code: String

    /// This program's.
    package static let current =
        Release(inCatalog: EmbeddedSchema.text(of: "catalog.txt")) ?? Release(number: 0, code: "")

    package init(number: Int, code: String) {
        self.number = number
        self.code = code
    }

    /// Reads it from the head of a catalog: `# release 7 of 0123…`; nil when it is not there.
    package init?(inCatalog text: some StringProtocol) {
        let words =
            text.split(separator: "\n").first { $0.hasPrefix("# release ") }?.split(separator: " ") ?? []
        guard words.count == 5, let number = Int(words[2]) else { return nil }
        self.init(number: number, code: String(words[4]))
    }

    /// The release of a program whose functions, views and grants are these: the same when nothing changed, else the
    /// next.
    package func next(of code: String) -> Release {
        code == self.code ? self : Release(number: number + 1, code: code)
    }

    /// As it stands at the head of a catalog.
    package var line: String { "# release \(number) of \(code)" }
}
