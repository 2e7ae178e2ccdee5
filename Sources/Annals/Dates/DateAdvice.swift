/// What somebody may have meant who wrote something that has no shape of EDTF.
///
/// Each recogniser knows one habit and answers nil to all other texts. What it proposes has been read by the
/// grammar itself, so that following the advice works.
struct DateAdvice {
    let message: String
    let help: String

    /// The refusal of a text whose grammar failed at this range, in UTF-8 bytes.
    ///
    /// The whole text is tried first, for habits that use EDTF's own separators (`06/07/2021`), then the range.
    static func refusal(of text: String, at range: Range<Int>) -> DateError {
        let bytes = Array(text.utf8)
        let isPart = range != bytes.indices
        if isPart, let refusal = advice(on: bytes[...], by: separators) { return refusal }
        if let refusal = advice(on: bytes[range], by: separators + notations + words) { return refusal }
        return DateError(
            "\(DateError.excerpt(of: bytes[range])) is not a date",
            help:
                "write a day as 2021-08-15, a month as 2021-08, a year as 2021, from and to as 2020/2021-08-15",
            at: range
        )
    }

    private static func advice(
        on text: ArraySlice<UInt8>,
        by recognisers: [@Sendable (String) -> DateAdvice?]
    ) -> DateError? {
        guard text.count <= longest else { return nil }
        let written = String(decoding: text, as: UTF8.self)
        let advice = recognisers.lazy.compactMap { $0(written) }.first
        return advice.map { DateError($0.message, help: $0.help, at: text.indices) }
    }

    /// Longer texts are not a slip of the pen; in bytes.
    private static let longest = 64

    /// Advice to write this, if it is a date; if it only has the shape of one, what is wrong with it.
    static func write(_ proposal: String, because message: String) -> DateAdvice? {
        do throws(EDTF.Fault) {
            _ = try EDTF.Reading(Array(proposal.utf8)[...])
            return DateAdvice(message: message, help: "write \(proposal)")
        } catch .refused(let refusal) {
            return DateAdvice(message: refusal.message, help: refusal.help)
        } catch {
            return nil
        }
    }

    static func isDate(_ text: String) -> Bool {
        (try? EDTF.Reading(Array(text.utf8)[...])) != nil
    }
}

extension StringProtocol {
    /// Whether these are ASCII digits and nothing else, at least one.
    var isDigits: Bool {
        !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
