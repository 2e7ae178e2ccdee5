extension EDTF.Reading {
    /// Reads a set of which one date is meant: `[..2020]`, `[2020-02-29..]`, `[2020,2021]`, `[2018,2020..2021]`.
    ///
    /// Its bounds are the hull of its members: the years between `[2001,2021]` are not told apart from the two.
    init(oneOf text: ArraySlice<UInt8>) throws(EDTF.Fault) {
        guard text.last == UInt8(ascii: "]") else { throw .refused(.unterminatedSet(text)) }
        let members = text.dropFirst().dropLast().split(
            separator: UInt8(ascii: ","),
            omittingEmptySubsequences: false
        )
        var (first, last) = (Day.distantFuture, Day.distantPast)
        for (index, member) in members.enumerated() {
            let days = try Self.days(of: member, isFirst: index == 0, isLast: index == members.count - 1)
            first = min(first, days.lowerBound)
            last = max(last, days.upperBound)
        }
        bounds = DateBounds(within: first...last)
        isInterval = false
        qualifiers = []
    }

    /// The days one member may mean.
    private static func days(
        of member: ArraySlice<UInt8>,
        isFirst: Bool,
        isLast: Bool
    ) throws(EDTF.Fault) -> ClosedRange<Day> {
        guard !member.isEmpty else { throw .refused(.emptyMember(at: member.indices)) }
        guard let dots = firstDots(in: member) else { return try days(of: member) }
        let (from, to) = (member[..<dots], member[(dots + 2)...])
        switch (from.isEmpty, to.isEmpty) {
        case (true, true):
            throw .refused(.unboundedMember(at: member.indices))
        case (true, false):
            guard isFirst else { throw .refused(.misplacedDots(at: member.indices)) }
            return .distantPast...(try days(of: to).upperBound)
        case (false, true):
            guard isLast else { throw .refused(.misplacedDots(at: member.indices)) }
            return try days(of: from).lowerBound ... .distantFuture
        case (false, false):
            let (first, last) = (try days(of: from).lowerBound, try days(of: to).upperBound)
            guard first <= last else {
                throw .refused(.reversedMember(from: from, to: to, at: member.indices))
            }
            return first...last
        }
    }

    private static func days(of text: ArraySlice<UInt8>) throws(EDTF.Fault) -> ClosedRange<Day> {
        let date = try EDTF.WrittenDate(text)
        guard date.qualifiers.isEmpty else { throw .refused(.qualifiedMember(text)) }
        return date.days
    }

    private static func firstDots(in text: ArraySlice<UInt8>) -> Int? {
        text.indices.dropLast().first { text[$0] == UInt8(ascii: ".") && text[$0 + 1] == UInt8(ascii: ".") }
    }
}

extension DateError {
    fileprivate static func unterminatedSet(_ text: ArraySlice<UInt8>) -> DateError {
        guard let close = text.firstIndex(of: UInt8(ascii: "]")) else {
            return DateError(
                "the set opened with [ is not closed",
                help: "write one of several dates as [2020,2021], one up to a date as [..2020]",
                at: text.indices
            )
        }
        return DateError(
            "something stands after the set",
            help: "end the date with the ] of its set; a set takes no qualifier",
            at: close + 1..<text.endIndex
        )
    }

    fileprivate static func emptyMember(at range: Range<Int>) -> DateError {
        DateError(
            "a date is missing in the set",
            help: "write one of several dates as [2020,2021], without blanks or commas at the ends",
            at: range
        )
    }

    fileprivate static func unboundedMember(at range: Range<Int>) -> DateError {
        DateError(
            "one of all days says nothing",
            help: "write a day it did not happen after as [..2020], one it did not happen before as [2020..]",
            at: range
        )
    }

    fileprivate static func misplacedDots(at range: Range<Int>) -> DateError {
        DateError(
            "a set is open only at its begin and at its end",
            help: "write the open member first, as [..2018,2020], or last, as [2018,2020..]",
            at: range
        )
    }

    fileprivate static func reversedMember(
        from: ArraySlice<UInt8>,
        to: ArraySlice<UInt8>,
        at range: Range<Int>
    ) -> DateError {
        let (from, to) = (excerpt(of: from), excerpt(of: to))
        return DateError("\(from)..\(to) ends before it begins", help: "write [\(to)..\(from)]", at: range)
    }

    fileprivate static func qualifiedMember(_ text: ArraySlice<UInt8>) -> DateError {
        DateError(
            "\(excerpt(of: text)) is qualified inside a set",
            help: "write \(excerpt(of: text.dropLast())); that one of several dates is meant is doubt enough",
            at: text.indices
        )
    }
}
