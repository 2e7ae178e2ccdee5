/// A statement with its parameters, written as it reads and sent apart.
///
/// Every interpolated value becomes a bound parameter, `$1`, `$2` and so on, never part of the text:
/// ```swift
/// try connection.query("select title from event where id = \(id) and year > \(year)") { try $0["title"] }
/// ```
/// A list is one parameter too: `where id = any(\(ids))`. The two doors for text that is not a literal in the
/// program are both named `raw`.
package struct Query: Hashable, Sendable {
    /// The text, with `$n` where values were.
    package private(set) var sql: String

    private(set) var parameters: [Parameter] = []

    /// The bytes of all parameters, one after the other.
    private(set) var bytes: [UInt8] = []

    /// The unsafe door for a whole statement: whatever the text says is run.
    ///
    /// It must not contain anything a user gave.
    package init(raw sql: String) {
        self.sql = sql
    }

    /// One parameter: its type, and where its bytes are.
    struct Parameter: Hashable, Sendable {
        var type: PostgresType
        /// Nil for NULL.
        var range: Range<Int>?
    }

    fileprivate mutating func bind(_ value: some PostgresValue) {
        let start = bytes.count
        if !value.isNull { value.write(to: &bytes) }
        let range = value.isNull ? nil : start..<bytes.count
        parameters.append(Parameter(type: type(of: value).postgresType, range: range))
        sql += "$\(parameters.count)"
    }
}

extension Query: ExpressibleByStringInterpolation {
    package init(stringLiteral sql: String) {
        self.init(raw: sql)
    }

    package init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.query
    }

    /// Collects the text and the values of a literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var query = Query(raw: "")

        package init(literalCapacity: Int, interpolationCount: Int) {
            query.sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            query.sql += literal
        }

        /// Binds a value.
        package mutating func appendInterpolation(_ value: some PostgresValue) {
            query.bind(value)
        }

        /// Binds a value or NULL.
        package mutating func appendInterpolation(_ value: (some PostgresValue)?) {
            query.bind(value)
        }

        /// The unsafe door for a piece of text, such as the name of a table that varies.
        ///
        /// It goes into the statement as it is. It must not contain anything a user gave.
        package mutating func appendInterpolation(raw sql: String) {
            query.sql += sql
        }
    }
}

extension Query {
    /// What a message to the server may hold, PostgreSQL's `PQ_LARGE_MESSAGE_LIMIT`: one byte less than a
    /// gigabyte.
    private static let byteLimit = 0x3FFF_FFFE

    /// How many parameters fit a statement: they are counted in 16 bits.
    private static let parameterLimit = 65_535

    /// Why the statement cannot be sent as it is meant, or nil if it can.
    var problem: String? {
        if let problem = Self.problem(inText: sql) { return problem }
        guard parameters.count <= Self.parameterLimit else {
            return
                "the statement has \(parameters.count) parameters; \(Self.parameterLimit) is the most it may have"
        }
        // Beside its bytes, a parameter takes ten more for its type, format and length.
        guard sql.utf8.count + bytes.count + 10 * parameters.count < Self.byteLimit else {
            return
                "the statement and its parameters are \(bytes.count) bytes long, and a gigabyte is the limit"
        }
        return nil
    }

    /// Why a text cannot be sent, or nil if it can: C would take it to end at a NUL character.
    static func problem(inText sql: String) -> String? {
        sql.utf8.contains(0) ? "the text of the statement contains a NUL character" : nil
    }
}
