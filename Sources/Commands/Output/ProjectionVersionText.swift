import Annals
import Postgres
import Projections

extension ProjectionVersion {
    /// What its tables take, as people say it.
    var size: String {
        switch bytes {
        case ..<1_048_576: "\((bytes + 1023) / 1024) kB"
        case ..<1_073_741_824: "\(bytes / 1_048_576) MB"
        default: "\(bytes / 1_073_741_824) GB"
        }
    }

    /// Which it is, how far and how old, beside where the log ends.
    func line(head: Position) -> String {
        let behind = head.rawValue - position.rawValue
        let day = since.description.prefix(10)
        return switch status {
        case .live:
            "version \(number) at \(position), " + (behind == 0 ? "up to date" : "\(behind) behind")
                + ", live since \(day) (\(Span(seconds: age)))"
        case .building:
            "version \(number) being built, at \(position) of \(head), begun \(day) (\(Span(seconds: age)) ago)"
        case .retired:
            "version \(number) retired at \(position), \(day) (\(Span(seconds: age)) ago), \(size): "
                + "annals replay --drop-retired"
        }
    }

    /// The same for programs.
    var json: JSONValue {
        [
            "version": .number(number),
            "status": .string(status.rawValue),
            "position": .number(Int(position.rawValue)),
            "rulebook": .number(rulebook),
            "since": .string(since.description),
            "age": .number(age),
            "bytes": .number(bytes),
        ]
    }
}
