/// A length of time as people say it, in its largest unit or two: `40 s`, `3 min`, `2 h 10 min`, `5 days`.
struct Span: CustomStringConvertible {
    let seconds: Int

    var description: String {
        let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400)
        return switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3600: "\(minutes) min"
        case ..<86_400: minutes % 60 == 0 ? "\(hours) h" : "\(hours) h \(minutes % 60) min"
        default: days == 1 ? "1 day" : "\(days) days"
        }
    }
}
