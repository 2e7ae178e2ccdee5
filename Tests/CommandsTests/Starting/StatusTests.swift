import Testing

/// `annals status`.
struct StatusTests {
    @Test
    func `says where the database is, how long the log and how far the projections`() throws {
        let outcome = try User.ofExample().annals("status")
        #expect(outcome.status == 0)
        let rows = Dictionary(
            uniqueKeysWithValues: outcome.lines.map { ($0.prefix(13).trimmed, $0.dropFirst(13).trimmed) }
        )
        #expect(rows["where"] == "the server named by ANNALS_DB")
        #expect(rows["log"]?.hasPrefix("#162, last recorded 20") == true)
        #expect(rows["waiting"] == "nothing")
        #expect(rows["projections"]?.hasPrefix("version 1 at #162, up to date, live since 20") == true)
        #expect(rows["holds"] == "54 actors, 89 relationships, 103 effects")
        #expect(rows["rulebook"] == "1")
    }

    @Test
    func `gives the same to programs`() throws {
        let status = try User.ofExample().annals("status", "--json").json
        #expect(status["position"] == 162)
        #expect(status["projected"] == 162)
        #expect(status["projections"].array.map { $0["status"] } == ["live"])
        #expect(status["waiting"] == 0)
        #expect(status["actors"] == 54)
        #expect(status["relationships"] == 89)
        #expect(status["effects"] == 103)
        #expect(status["rulebook"] == 1)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
