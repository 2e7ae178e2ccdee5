import Annals
import Postgres
import Support
import Testing

/// NFC as Swift's library makes it, beside PostgreSQL's.
@Suite struct `A composed text as PostgreSQL has it` {
    /// PostgreSQL 15 knows Unicode 14.
    private func isOld(_ scalar: Unicode.Scalar) -> Bool { (scalar.properties.age?.major ?? .max) <= 14 }

    @Test func `is the same, character by character`() throws {
        let connection = try TestDatabase().connect()
        let others = try connection.query(
            """
            select n, normalize(chr(n::int), NFC) as composed
              from generate_series(1, 196607) n
             where n not between 55296 and 57343 and normalize(chr(n::int), NFC) <> chr(n::int)
            """
        ) { row throws(PostgresError) in (try row["n", as: Int32.self], try row["composed", as: String.self])
        }
        let composed = Dictionary(uniqueKeysWithValues: others.map { (UInt32($0), $1) })
        #expect(composed.count > 1000)
        var different: [UInt32] = []
        for value in UInt32(0x300)..<0x30000 {
            guard let scalar = Unicode.Scalar(value), isOld(scalar) else { continue }
            let expected = composed[value] ?? String(scalar)
            if Array(String(scalar).composed.utf8) != Array(expected.utf8) { different.append(value) }
        }
        #expect(different == [])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `is the same, whatever is put together`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pieces: [Unicode.Scalar] = [
            "a", "e", "o", "K", "\u{301}", "\u{302}", "\u{323}", "\u{31B}", "\u{345}", "\u{5B7}", "\u{5BC}",
            "\u{653}", "\u{627}",
            "\u{915}", "\u{93C}", "\u{94D}", "\u{1112}", "\u{1161}", "\u{11AB}", "\u{AC00}", "\u{212B}",
            "\u{F900}", "\u{200D}", "\u{F71}",
            "\u{F72}", "\u{1D15E}", "\u{3B1}", "\u{E9}", "-",
        ]
        let texts = (0..<2000).map { _ in
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                scalars.append(pieces.randomElement(using: &random) ?? "a")
            }
            return String(scalars)
        }
        let expected = try TestDatabase().connect().query(
            "select normalize(t, NFC) as composed from unnest(\(texts)) with ordinality as x (t, n) order by n"
        ) { row throws(PostgresError) in Array(try row["composed", as: String.self].utf8) }
        #expect(texts.map { Array($0.composed.utf8) } == expected, "seed \(seed)")
    }
}
