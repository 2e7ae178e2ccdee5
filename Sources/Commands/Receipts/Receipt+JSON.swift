import Annals
import EventLog
import Postgres

extension Receipt {
    /// The receipt as a file holds it: each member and each line of the answer on a line of its own.
    ///
    /// Its last member is SHA-256 over all others as one line of JSON, so that it shows when a receipt was edited
    /// by mistake. Against somebody who means to, there is only the log.
    var text: String {
        let lines = members.map { key, value in
            guard key == "answer", !answer.isEmpty else { return "\"\(key)\":\(value.line)" }
            return "\"answer\":[\n\(answer.map(\.line).joined(separator: ",\n"))\n]"
        }
        return "{\n" + lines.joined(separator: ",\n") + ",\n\"receipt_sha256\":\"\(digest.hexadecimal)\"\n}\n"
    }

    /// SHA-256 over all members but this one, as one line of JSON.
    var digest: Hash { Hash(of: JSONValue.object(members).line.utf8) }

    /// The names of its members, in order.
    static let keys = [
        "annals_receipt", "question", "rulebook", "log", "streams", "answer", "answer_sha256",
        "receipt_sha256",
    ]

    private var members: [(key: String, value: JSONValue)] {
        let head = question.clocks.head
        return [
            ("annals_receipt", .number(Self.version)),
            ("question", question.json(names: names)),
            ("rulebook", .number(rulebook)),
            (
                "log",
                [
                    "origin": .string(origin),
                    "position": .number(Int(head.position.rawValue)),
                    "recorded_at": .optional(head.recordedAt?.description),
                    "root": .string(head.root.hexadecimal),
                ]
            ),
            (
                "streams",
                .array(
                    streams.sorted { $0.key < $1.key }.map { stream, version in
                        ["stream": .string(stream.name), "version": .number(Int(version.rawValue))]
                    }
                )
            ),
            ("answer", .array(answer)),
            ("answer_sha256", .string(answerDigest.hexadecimal)),
        ]
    }
}

extension Question {
    /// What was asked, as receipts hold it: each option as it was written, and what it was taken for.
    func json(names: [ActorID: String]) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("verb", .string(verb.rawValue)),
            (
                "actors",
                .array(
                    actors.map { actor in
                        [
                            "asked": .string(actor.asked), "actor": .string(actor.actor.slug),
                            "name": .optional(names[actor.actor]),
                        ]
                    }
                )
            ),
            ("at", verb.takesDay ? clocks.atJSON : .null),
            ("known", clocks.knownJSON),
            ("since", .optional(since?.description)),
            ("limit", .optional(limit)),
        ]
        if verb == .log, !isOfOwnStream {
            let filter: JSONValue = [
                "since": .optional(askedSince), "by": .optional(author),
                "kinds": .array(kinds.map { .string($0.rawValue) }),
            ]
            members.append(("filter", filter))
        }
        if verb == .history { members.append(("window", window.json)) }
        if let before { members.append(("before", ["at": before.atJSON, "known": before.knownJSON])) }
        if verb.takesFacet { members.append(("facet", .optional(facet?.rawValue))) }
        if let spread, !spread.isEmpty {
            let days = spread.sorted { $0.key < $1.key }.map { stream, days -> JSONValue in
                [
                    "stream": .string(stream.name), "first": .string(days.lowerBound.description),
                    "last": .string(days.upperBound.description),
                ]
            }
            members.append(("spread", .array(days)))
        }
        return .object(members)
    }
}

extension Clocks {
    fileprivate var atJSON: JSONValue { ["asked": .optional(askedAt), "day": .string(at.description)] }

    fileprivate var knownJSON: JSONValue {
        let settled: [(key: String, value: JSONValue)] = isSettled.map { [("settled", .bool($0))] } ?? []
        return .object(
            [
                ("asked", .optional(askedKnown)),
                ("position", .number(Int(known.rawValue))),
                ("recorded_at", .optional(recordedAt?.description)),
            ] + settled
        )
    }
}

extension Window {
    fileprivate var json: JSONValue {
        [
            "first": .optional(first?.description), "last": .optional(last?.description),
            "limit": .optional(limit),
        ]
    }
}
