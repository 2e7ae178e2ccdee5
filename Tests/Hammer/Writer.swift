import Annals
import EventLog
import Glibc
import Support

/// Somebody who writes through `annals`, and sends again whatever was not acknowledged.
struct Writer {
    let client: Client
    let ledger: Ledger
    private var script: Script
    private var random: SplitMix64
    /// Where the relationship of which everybody writes stood when this writer last looked.
    private var seen: Int64 = 0

    /// Something to write, in a form that can be sent again.
    private struct Message {
        let arguments: [String]
        let input: String
        let lines: [Script.Line]

        init(_ lines: [Script.Line], options: [String] = []) {
            arguments = ["append", "--file", "-", "--json"] + options
            input = lines.map { $0.json + "\n" }.joined()
            self.lines = lines
        }
    }

    /// Why a writer gave up.
    struct Refusal: Error {
        let status: Int32
        let errors: String
    }

    init(_ number: Int, _ client: Client, _ ledger: Ledger, seed: UInt64) {
        self.client = client
        self.ledger = ledger
        script = Script(writer: number, seed: seed)
        random = SplitMix64(seed: seed &* 1_000 &+ 500 &+ UInt64(number))
    }

    /// Registers the actors everybody writes of.
    static func introduceActors(_ client: Client) throws {
        let lines = Script.actors.map { #"{"actor":"\#($0)","name":"\#($0)","kind":"state"}"# }
        let end = try client.annals(["append", "--file", "-"], input: lines.joined(separator: "\n"))
        guard end.status == 0 else { throw Refusal(status: end.status, errors: end.errors) }
    }

    /// Writes once, on a condition now and then; and now and then acts as if it had not heard that it was written.
    mutating func write(_ plan: Plan) throws {
        let count = plan.lines(using: &random)
        if count == 1, Int.random(in: 0..<4, using: &random) == 0 { return try writeConditionally() }
        try write(count)
    }

    /// Writes so many lines; and now and then acts as if it had not heard that they were written.
    mutating func write(_ count: Int) throws {
        let lines = script.lines(count)
        try send(Message(lines))
        switch Int.random(in: 0..<12, using: &random) {
        case 0: try send(Message(lines))
        case 1:
            let part = lines.filter { _ in Bool.random(using: &random) }
            try send(Message(part + script.lines(5, beside: part)))
        default: break
        }
    }

    /// Writes a line only if the relationship of which everybody writes still stands where this writer last saw it;
    /// refused, it goes on from where it stands.
    private mutating func writeConditionally() throws {
        let stream = Script.contended.joined(separator: "/")
        let line = script.contendedLine()
        while true {
            switch try answer(to: Message([line], options: ["--if-version", "\(stream)=\(seen)"])) {
            case .refused(let standing):
                ledger.noteConflict()
                seen = standing
            case .acknowledged(let acknowledgement):
                let version = acknowledgement.entries.first?.versions[stream]
                if version != seen + 1 {
                    let became = version?.description ?? "nothing"
                    ledger.note(flaw: "\(line.key), only to follow version \(seen), became \(became)")
                }
                seen = version ?? seen
                return
            }
        }
    }

    /// Sends until it is acknowledged.
    private mutating func send(_ message: Message) throws {
        if case .refused(let standing) = try answer(to: message) {
            ledger.note(flaw: "refused without a condition, because a stream stands at \(standing)")
        }
    }

    /// What annals said in the end.
    private enum Answer {
        case acknowledged(Acknowledgement)
        /// The condition did not hold: the stream stands there.
        case refused(standing: Int64)
    }

    /// Sends until there is an answer.
    private mutating func answer(to message: Message) throws -> Answer {
        var pause = Pause()
        while true {
            let end = try client.annals(message.arguments, input: message.input)
            switch end.status {
            case 0:
                let acknowledgement = try Acknowledgement(end.output)
                script.learn(acknowledgement.note(of: message.lines, in: ledger))
                return .acknowledged(acknowledgement)
            case Self.conflict
            where end.errors.contains("problems/accepted") || end.errors.contains("is not known"):
                // It is there, or may be: sent again until it is known.
                pause.next()
            case Self.conflict:
                let standing = end.errors.firstMatch(of: /try again with --if-version ([0-9]+)/)
                guard let standing = standing.flatMap({ Int64($0.1) }) else {
                    throw Refusal(status: end.status, errors: end.errors)
                }
                return .refused(standing: standing)
            case -SIGKILL, Self.unavailable:
                pause.next()
            default:
                throw Refusal(status: end.status, errors: end.errors)
            }
        }
    }

    /// EX_UNAVAILABLE of sysexits.h: the server is down, or was lost on the way.
    private static let unavailable: Int32 = 69
    /// EX_TEMPFAIL: somebody else wrote meanwhile.
    static let conflict: Int32 = 75
}
