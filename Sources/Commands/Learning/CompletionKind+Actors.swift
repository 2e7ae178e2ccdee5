import ArgumentParser
import EventLog
import Logging
import Projections

extension CompletionKind {
    /// Names that find an actor.
    static var actors: CompletionKind {
        .custom { words, _, typed in candidates(words, typed) }
    }

    /// One of a few values.
    static func values<Value: CaseIterable & RawRepresentable<String>>(of _: Value.Type) -> CompletionKind {
        .list(Value.allCases.map(\.rawValue))
    }

    /// What the database has, if it can be asked at once; nothing and not a word when it cannot.
    private static func candidates(_ words: [String], _ typed: String) -> [String] {
        // A shell hands over words as they were typed, in quotes that may still be open.
        let option = words.firstIndex(of: "--db").map { $0 + 1 }.flatMap {
            words.indices.contains($0) ? $0 : nil
        }
        let named = option.map { words[$0].filter { $0 != "\"" && $0 != "'" } }
        let prefix = typed.filter { $0 != "\"" && $0 != "'" && $0 != "\\" }
        let silent = Logger(label: "annals") { _ in SwiftLogNoOpLogHandler() }
        guard let connection = try? Place.find(named).connectAtOnce(as: "completions"),
            let log = try? Log(connection, logger: silent),
            let names = try? ActorDirectory(log).names(beginningWith: prefix, most: 500)
        else { return [] }
        return names.filter { Printable.line($0) == $0 }
    }
}
