import EventLog
import Support
import Testing

/// Receipts of logs as annals gave them before a log could be asked for less: they name no filter, and one actor's
/// log was what concerns the actor alone.
struct EarlierReceiptTests {
    /// The receipt of `annals log taliban` as it was given then.
    private func receipt(_ receipts: Receipts) throws -> [String] {
        _ = try receipts.receipt("now", of: ["log", "taliban"], by: .ofExample())
        var lines = try receipts.text("now").split(separator: "\n").map(String.init)
        let own = try lines.filter {
            try $0.hasPrefix(#"{"position":"#) && $0.contains(Regex(#""streams":\{[^}]*"taliban":\d"#))
        }.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
        try #require(!own.isEmpty)
        let question = try #require(lines.first { $0.hasPrefix(#""question":"#) })
        let filter = try #require(question.firstMatch(of: /,"filter":\{.*?\}/))
        let streams = ##""streams":[{"stream":"taliban","version":\##(own.count)}],"##
        let digest = Hash(of: own.flatMap { Array($0.utf8) + [0x0A] }).hexadecimal
        let answer = "\"answer\":[\(own.joined(separator: ","))],"
        lines = [
            lines[1], question.replacing(filter.output, with: ""), lines[3], lines[4], streams, answer,
            "\"answer_sha256\":\"\(digest)\"",
        ]
        let members = lines.joined()
        return lines.dropLast() + [
            lines[6] + ",", "\"receipt_sha256\":\"\(Hash(of: Array("{\(members)}".utf8)).hexadecimal)\"",
        ]
    }

    @Test
    func `are given again`() throws {
        let receipts = try Receipts()
        let text = "{\n\(try receipt(receipts).joined(separator: "\n"))\n}\n"
        let file = try receipts.write("then", Array(text.utf8))
        let audit = try User.ofExample().annals("audit", file)
        #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        #expect(audit.lines.last?.hasPrefix("the same: answered again from ") == true)
    }
}
