import Annals
import Formats
import Glibc
import Postgres

/// The environment the command was started in.
enum Environment {
    static let all: [String: String] = {
        var variables: [String: String] = [:]
        var entry = environ
        while let pointer = entry.pointee {
            let text = String(cString: pointer)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            entry += 1
        }
        return variables
    }()

    /// Those that an answer or an entry depends on.
    private static let decisive = [
        "ANNALS_ACTOR", "ANNALS_DB", "DATABASE_URL", "PGHOST", "PGHOSTADDR", "PGPORT", "PGSERVICE",
        "PGDATABASE",
        "PGUSER", "ANNALS_PG_BIN", "XDG_DATA_HOME", "HOME",
    ]

    /// Refuses a variable that decides something and is not UTF-8: it would be read as another.
    static func refuseUnreadable() throws(Failure) {
        for name in decisive {
            guard let value = getenv(name) else { continue }
            let problem = Problem(
                notUTF8: Arguments.bytes(value)[...],
                of: "the variable \(name)",
                help: "set it in UTF-8, or unset it"
            )
            if let problem { throw Failure(.badData, problem, outcome: "Nothing was done.") }
        }
    }

    /// Who is writing: `ANNALS_ACTOR`, else the name the system knows.
    static var author: String {
        if let named = all["ANNALS_ACTOR"], !named.isEmpty { return named }
        if let user = getpwuid(geteuid()), let bytes = user.pointee.pw_name,
            let name = String(validatingCString: bytes)
        {
            return name
        }
        return "uid \(geteuid())"
    }

    /// This machine's clock.
    static var now: Timestamp { Timestamp(rawValue: today.microseconds) }

    /// The last day that has ended or is under way, UTC.
    static var today: (days: Int32, microseconds: Int64) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        // PostgreSQL counts from 2000-01-01, 10,957 days after the system's epoch.
        let seconds = Int64(now.tv_sec) - 10_957 * 86_400
        return (Int32(seconds / 86_400), seconds * 1_000_000 + Int64(now.tv_nsec) / 1000)
    }
}
