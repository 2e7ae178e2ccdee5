import Postgres
import Support

/// A type of which a random value can be drawn, its extremes often among them.
protocol RandomValue: PostgresValue, PostgresArrayElement, Equatable, Sendable {
    static func random(_ generator: inout SplitMix64) -> Self
}

extension RandomValue where Self: FixedWidthInteger {
    static func random(_ generator: inout SplitMix64) -> Self {
        let extremes: [Self] = [.min, .max, 0, 1]
        return extremes.randomElement(using: &generator).flatMap { Bool.random(using: &generator) ? $0 : nil }
            ?? Self.random(in: .min ... .max, using: &generator)
    }
}

extension Int16: RandomValue {}
extension Int32: RandomValue {}
extension Int64: RandomValue {}
extension Int: RandomValue {}

extension Bool: RandomValue {
    static func random(_ generator: inout SplitMix64) -> Bool { random(using: &generator) }
}

extension Double: RandomValue {
    static func random(_ generator: inout SplitMix64) -> Double {
        let drawn = Double(bitPattern: generator.next())
        return drawn.isNaN ? -.infinity : drawn
    }
}

extension String: RandomValue {
    static func random(_ generator: inout SplitMix64) -> String {
        let alphabet: [Character] = [
            "a", "\"", "'", "\\", "{", "}", ",", "\n", "\u{200F}", "é", "e\u{301}", "🕊️", "N",
        ]
        return String(
            (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
                alphabet.randomElement(using: &generator)
            }
        )
    }
}

extension [UInt8]: RandomValue {
    static func random(_ generator: inout SplitMix64) -> [UInt8] {
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            UInt8.random(in: .min ... .max, using: &generator)
        }
    }
}

extension UUIDBytes: RandomValue {
    static func random(_ generator: inout SplitMix64) -> UUIDBytes {
        UUIDBytes(high: generator.next(), low: generator.next())
    }
}

/// Within the days PostgreSQL has: 4713 BC to 5874897 AD.
extension PostgresDate: RandomValue {
    static func random(_ generator: inout SplitMix64) -> PostgresDate {
        [.infinity, .minusInfinity].randomElement(using: &generator)
            .flatMap { Int.random(in: 0..<5, using: &generator) == 0 ? $0 : nil }
            ?? PostgresDate(rawValue: Int32.random(in: -2_451_545...2_145_031_948, using: &generator))
    }
}

/// Within the moments PostgreSQL has: 4713 BC to 294276 AD.
extension Timestamp: RandomValue {
    static func random(_ generator: inout SplitMix64) -> Timestamp {
        [.infinity, .minusInfinity].randomElement(using: &generator)
            .flatMap { Int.random(in: 0..<5, using: &generator) == 0 ? $0 : nil }
            ?? Timestamp(
                rawValue: Int64.random(
                    in: -211_813_488_000_000_000...9_223_371_331_199_999_999,
                    using: &generator
                )
            )
    }
}
