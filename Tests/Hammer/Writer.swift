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

    /// Something to write, in a form that can be sent again.
    private struct Message {
        let arguments: [String]
        let input: String
        let lines: [Script.Line]

        init(_ lines: [Script.Line]) {
            arguments = ["append", "--file", "-", "--json"]
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

    /// Writes once: a batch, or a single line; now and then acts as if it had not heard that it was written.
    mutating func write(batch: Int) throws {
        let isSingle = Int.random(in: 0..<5, using: &random) == 0
        let lines = script.lines(isSingle ? 1 : .random(in: 2...2 * batch, using: &random))
        try send(Message(lines))
        switch Int.random(in: 0..<12, using: &random) {
        case 0: try send(Message(lines))
        case 1:
            let part = lines.filter { _ in Bool.random(using: &random) }
            try send(Message(part + script.lines(5, beside: part)))
        default: break
        }
    }

    /// Sends until it is acknowledged.
    private mutating func send(_ message: Message) throws {
        var pause = Pause()
        while true {
            let end = try client.annals(message.arguments, input: message.input)
            switch end.status {
            case 0:
                let positions = try Acknowledgement(end.output).note(of: message.lines, in: ledger)
                return script.learn(positions)
            case -SIGKILL, Self.unavailable:
                pause.next()
            default:
                throw Refusal(status: end.status, errors: end.errors)
            }
        }
    }

    /// EX_UNAVAILABLE of sysexits.h: the server is down, or was lost on the way.
    private static let unavailable: Int32 = 69
}
