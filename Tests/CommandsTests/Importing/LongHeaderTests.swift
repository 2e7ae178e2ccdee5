import Testing

/// Headers of tables that are longer than what a format is recognised from.
struct LongHeaderTests {
    /// A sheet whose needed columns come after so many bytes of others.
    private func sheet(after bytes: Int, separator: String = ",") -> String {
        let others = (0..<(bytes / 1000)).map { "\($0)" + String(repeating: "x", count: 1000) }
        let columns = others + ["on", "a", "b", "title"]
        let cells = others.map { _ in "" } + ["2020", "china", "us", "the last column"]
        return [columns, cells].map { $0.joined(separator: separator) + "\n" }.joined()
    }

    @Test(arguments: [66_000, 300_000, 2_000_000], [",", "\t", ";"])
    func `are read whole`(bytes: Int, separator: String) throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", sheet(after: bytes, separator: separator))
        let outcome = try folder.annalsImport("a.csv")
        #expect(outcome.status == 0, "\(outcome.errors.prefix(500))")
        #expect(try folder.titles() == ["the last column"])
    }

    @Test func `that are longer than a record may be are refused with the length`() throws {
        let folder = try ImportFolder(actors: Databases.actors)
        try folder.write("a.csv", sheet(after: 5_000_000))
        let outcome = try folder.annalsImport("a.csv")
        #expect(outcome.status == 65)
        #expect(
            outcome.errors.contains("the record is longer than 4194304 bytes"),
            "\(outcome.errors.prefix(500))"
        )
    }
}
