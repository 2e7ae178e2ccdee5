/// Which numbers have been met: a bit for each, so that the tens of millions of ids of a whole archive take
/// a few megabytes.
struct SeenNumbers: Sendable {
    /// Numbers from here on are not remembered: 16 MiB is the most this may take.
    static let limit: UInt = 1 << 27

    private var words: [UInt64] = []

    /// Remembers a number; false when it had been met before.
    mutating func insert(_ number: UInt) -> Bool {
        guard number < Self.limit else { return true }
        let (word, bit) = (Int(number / 64), UInt64(1) << UInt64(number % 64))
        if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
        let isNew = words[word] & bit == 0
        words[word] |= bit
        return isNew
    }
}
