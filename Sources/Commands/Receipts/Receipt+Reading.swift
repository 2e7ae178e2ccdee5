import Annals
import EventLog
import Postgres

extension Receipt {
    /// Reads a receipt as a file holds it, and checks that nobody edited it by mistake.
    init(reading bytes: [UInt8]) throws(Problem) {
        let value = try JSONReader.read(bytes)
        try Self.checkVersion(value)
        let fields = try Fields(value, Self.keys)
        rulebook = try fields.number("rulebook")
        guard rulebook == Rulebook.one.version else {
            throw Problem(
                "receipt",
                "it rests on rulebook \(rulebook), which this annals does not have",
                help: "audit it with the annals that gave it"
            )
        }
        let log = try fields.fields("log", ["origin", "position", "recorded_at", "root"])
        origin = try log.text("origin", "a log") { $0 }
        (question, names) = try Question.read(fields, log)
        streams = try Self.streams(fields)
        answer = try fields.list("answer").map(\.value)
        let said = try fields.text("answer_sha256", "a hash") { $0 }
        guard said == answerDigest.hexadecimal else {
            throw Self.edited("the answer in it does not give the digest it names")
        }
        guard try fields.text("receipt_sha256", "a hash", { $0 }) == digest.hexadecimal else {
            throw Self.edited("what it says does not give the digest it names")
        }
    }

    private static func checkVersion(_ value: JSONValue) throws(Problem) {
        guard case .object(let members) = value,
            case .number(let version)? = members.first(where: { $0.key == "annals_receipt" })?.value
        else {
            throw Problem(
                "receipt",
                "it is not a receipt",
                help: "a receipt is what --receipt FILE writes, beside \(Question.Verb.named)"
            )
        }
        guard version == Self.version else {
            throw Problem(
                "receipt",
                "it is of format \(version), and this annals reads format \(Self.version)",
                help: "audit it with the annals that gave it, or a newer one"
            )
        }
    }

    private static func edited(_ what: String) -> Problem {
        Problem(
            "receipt",
            "it was edited: \(what)",
            help: "audit the receipt as it was given; a copy of it may be intact"
        )
    }

    private static func streams(_ fields: Fields) throws(Problem) -> [StreamID: Version] {
        var streams: [StreamID: Version] = [:]
        for (value, path) in try fields.list("streams") {
            let entry = try Fields(value, at: path, ["stream", "version"])
            let stream = try entry.text("stream", "a stream") { StreamID($0) }
            streams[stream] = Version(rawValue: Int64(try entry.number("version")))
        }
        return streams
    }
}
