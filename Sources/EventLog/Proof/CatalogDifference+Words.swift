extension CatalogDifference {
    /// What is wrong, in a sentence for somebody who never saw the schema.
    package var problem: String {
        switch kind {
        case "schema": isMissing ? "the schema \(name) is missing" : foreign("the schema \(name)")
        case "owner": ownerProblem
        case "relation": relationProblem
        case "row security": "row security on \(name) hides rows from readers"
        case "column": changed("the column \(name)")
        case "child": "\(name) answers with the rows of \(now) as if they were its own"
        case "parent": "\(name) is a part of \(now), which can change it"
        case "constraint":
            isMissing
                ? "the key or check \(member) of \(table) is missing: nothing keeps \(table) from holding what it must not"
                : changed("the key or check \(member) of \(table)")
        case "index": changed("the index \(name)")
        case "view": "the view \(name) was replaced: it does not answer as this program's"
        case "trigger":
            isMissing
                ? "the trigger \(member) of \(table) is missing: nothing guards what it guarded"
                : "the trigger \(member) of \(table) is not that of this program"
        case "trigger off": "the trigger \(member) of \(table) is off: nothing guards what it guarded"
        case "rule":
            "the rule \(member) of \(table) is not that of this program: it changes what is read or written"
        case "policy":
            "the policy \(member) of \(table) decides which rows are seen: it is not this program's"
        case "function":
            isMissing || expected == nil
                ? changed("the function \(name)")
                : "the function \(name) takes or gives something else than this program's"
        case "function body": "the function \(name) was replaced: it does not answer as this program's"
        case "function rights": "\(name) runs with \(now) rights, and should with \(due)"
        case "function settings":
            "\(name) runs with the settings \(now.isEmpty ? "of its caller" : now), and should with \(due.isEmpty ? "those of its caller" : due)"
        case "function traits": "the function \(name) is declared \(now), and should be \(due)"
        case "grant": grantProblem
        case "grant in advance": "\(name) is granted to others in advance: \(now)"
        case "object": "somebody made this, and it is not this program's: \(name)"
        case "built-in": "the server's own \(name) was changed after the server was set up"
        case "language": changed("the server's language \(name)")
        case "event trigger": "the event trigger \(name) (\(now)) runs with what is changed in this database"
        case "role": "the role \(name) is \(now): no guard holds it"
        case "membership": membershipProblem
        default: changed("the \(kind) \(name)")
        }
    }

    private var isMissing: Bool { present == nil }
    private var now: String { present ?? "" }
    private var due: String { expected ?? "" }

    private func foreign(_ thing: String) -> String { "\(thing) is not that of this program" }

    private func changed(_ thing: String) -> String {
        switch (expected, present) {
        case (_, nil): "\(thing) is missing"
        case (nil, _): foreign(thing)
        case (let due?, let now?): "\(thing) was changed: it is \(now), and should be \(due)"
        }
    }

    private var relationProblem: String {
        switch (expected, present) {
        case (let due?, nil): "the \(due) \(name) is missing"
        case (nil, let now?): "the \(now) \(name) is not that of this program"
        default: "\(name) is a \(now), and should be a \(due)"
        }
    }

    private var ownerProblem: String {
        let does =
            name.hasSuffix(")") ? "can replace it, and it can run with their rights" : "can change it at will"
        return "\(name) belongs to \(now), not to \(due.isEmpty ? "annals_owner" : due): \(now) \(does)"
    }

    private var membershipProblem: String {
        let parts = name.split(separator: " ", maxSplits: 2)
        guard parts.count == 3 else { return foreign(name) }
        return "\(Self.people(parts[0])) may do all that \(parts[2]) may"
    }

    /// What somebody may do who may not, or the other way round.
    private var grantProblem: String {
        guard let end = name.ranges(of: " to ").last else { return changed("the right \(name)") }
        let thing = String(name[..<end.lowerBound])
        let whom = Self.people(name[end.upperBound...])
        let more = Self.rights(present).subtracting(Self.rights(expected))
        guard !more.isEmpty else {
            let less = Self.rights(expected).subtracting(Self.rights(present)).sorted()
            return "\(whom) may not \(Self.deed(less, thing))"
        }
        return "\(whom) may \(Self.deed(more.sorted(), thing)), and should not"
    }

    private static func rights(_ list: String?) -> Set<String> {
        Set((list ?? "").split(separator: ", ").map(String.init))
    }

    private static func people(_ role: Substring) -> String {
        switch role {
        case "annals_writer": "writers"
        case "annals_redactor": "redactors"
        case "annals_reader": "readers"
        default: String(role)
        }
    }

    private static func deed(_ rights: [String], _ thing: String) -> String {
        let list = rights.joined(separator: ", ")
        let names = Set(rights.compactMap { $0.split(separator: " ").first })
        return if names == ["SELECT"] {
            "read \(thing)"
        } else if names == ["EXECUTE"] {
            "call \(thing)"
        } else if names == ["CREATE"] || names == ["CREATE", "USAGE"] {
            "put things of their own into \(thing)"
        } else if names == ["USAGE"] {
            "use \(thing)"
        } else {
            "change \(thing) directly (\(list))"
        }
    }
}
