/// A PostgreSQL version: `15.13`, `16`, `17beta1`.
struct ServerVersion: Hashable {
    let major: Int
    let text: String

    /// The oldest major version annals works with.
    static let oldestSupported = 15

    /// Reads what `PG_VERSION` holds, or what a program says of itself: `initdb (PostgreSQL) 15.13 (Debian …)`.
    init?(_ text: String) {
        let marker = "(PostgreSQL) "
        let words = text.split(whereSeparator: \.isNewline).first { $0.contains(marker) } ?? text[...]
        let start = words.firstRange(of: marker)?.upperBound ?? words.startIndex
        let version = words[start...].prefix { !$0.isWhitespace }
        guard let major = Int(version.prefix { $0.isASCII && $0.isNumber }) else { return nil }
        self.major = major
        self.text = String(version)
    }
}
