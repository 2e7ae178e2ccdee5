/// A code of CAMEO, the coding of ICEWS and GDELT, with what PLOVER makes of it.
///
/// A code is a text: `010` is a statement, `10` a demand.
public struct CAMEOCode: Hashable, Sendable {
    /// The code, two to four digits.
    public let code: String
    /// The PLOVER type; nil for statements and appeals, which have none.
    public let type: EventType?
    /// The PLOVER mode.
    public let mode: String?
    /// The PLOVER contexts.
    public let contexts: [Context]

    /// A code of the code book; nil for anything else.
    public init?(_ code: String) {
        guard let found = Self.all[code] else { return nil }
        self = found
    }

    /// A code as it came out of a spreadsheet, which takes codes for numbers and drops the zero in front; nil
    /// when no code of the book or more than one can be meant.
    ///
    ///     CAMEOCode(restoring: "43")?.code    // 043
    ///     CAMEOCode(restoring: "10")          // nil: 10, a demand, or 010, a statement
    public init?(restoring written: String) {
        let (plain, padded) = (Self(written), Self("0" + written))
        guard plain == nil || padded == nil, let code = plain ?? padded else { return nil }
        self = code
    }

    /// Every code of the code book.
    static let all: [String: CAMEOCode] = table.split(separator: "\n").reduce(into: [:]) { codes, line in
        let halves = line.split(separator: ":")
        let coding = halves[0].split(separator: " ")
        let kind = coding[0].split(separator: "/")
        let contexts = coding.dropFirst().flatMap { $0.split(separator: ",") }
        for code in halves[1].split(separator: " ").map(String.init) {
            codes[code] = CAMEOCode(
                code: code,
                type: EventType(rawValue: String(kind[0])),
                mode: kind.dropFirst().first.map(String.init),
                contexts: contexts.compactMap { Context(rawValue: String($0)) }
            )
        }
    }

    private init(code: String, type: EventType?, mode: String?, contexts: [Context]) {
        (self.code, self.type, self.mode, self.contexts) = (code, type, mode, contexts)
    }
}
