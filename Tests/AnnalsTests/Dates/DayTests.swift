import Annals
import Testing

@Suite struct `A day` {
    @Test(arguments: [
        ("2000-01-01", 0), ("2000-01-02", 1), ("1999-12-31", -1), ("2020-02-29", 7364),
        ("0001-01-01", -730_119),
        ("9999-12-31", 2_921_939),
    ])
    func `has the number PostgreSQL gives it`(_ iso: String, _ number: Int32) throws {
        let day = try #require(Day(iso))
        #expect(day.rawValue == number)
        #expect(day.description == iso)
        #expect(Day(rawValue: number) == day)
    }

    @Test func `agrees with walking the calendar day by day from 0001 to 9999`() throws {
        var walk = CalendarWalk()
        var day = try #require(Day("0001-01-01"))
        let last = try #require(Day("9999-12-31"))
        var failures: [Day] = []
        while true {
            let components = day.components.map { [$0.year, $0.month, $0.day] }
            if components != [walk.year, walk.month, walk.day]
                || Day(year: walk.year, month: walk.month, day: walk.day) != day
            {
                failures.append(day)
            }
            if day == last { break }
            walk.step()
            day = day.advanced(by: 1)
        }
        #expect(failures.isEmpty)
        #expect(walk == CalendarWalk(year: 9999, month: 12, day: 31))
    }

    @Test(arguments: [
        (2021, 2, 29), (1900, 2, 29), (2021, 4, 31), (2021, 13, 1), (2021, 0, 1), (2021, 1, 0), (2021, 1, 32),
        (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (Int.max, Int.max, Int.max), (Int.min, Int.min, Int.min),
    ])
    func `does not exist outside the calendar and the years 1 to 9999`(_ year: Int, _ month: Int, _ day: Int)
    {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "", "2021", "2021-8-05", "2021-08-5", " 2021-08-05", "2021-08-05 ", "2021/08/05", "20210805",
        "+021-08-05",
        "2021-02-29", "2021-08-05T00", "10000-01-01", "0000-01-01", "２０２１-08-05", "infinity", "2021-0X-05",
    ])
    func `is read from ten characters of ISO 8601 and nothing else`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `steps across months and leap days`() throws {
        let leapDay = try #require(Day("2020-02-29"))
        #expect(leapDay.advanced(by: 1).description == "2020-03-01")
        #expect(leapDay.advanced(by: -366).description == "2019-02-28")
        #expect(leapDay.advanced(by: 0) == leapDay)
    }

    @Test(arguments: [1, 2, 10_000_000, Int.max])
    func `stops at the edges of the calendar`(_ step: Int) throws {
        let first = try #require(Day("0001-01-01"))
        let last = try #require(Day("9999-12-31"))
        #expect(first.advanced(by: -step) == first)
        #expect(last.advanced(by: step).description == "10000-01-01")
        #expect(last.advanced(by: 1).advanced(by: -1) == last)
        #expect(first.advanced(by: .min) == first)
    }

    @Test(arguments: [Day.distantPast, .distantFuture], [0, 1, -1, Int.max, Int.min])
    func `at infinity stays there`(_ day: Day, _ step: Int) {
        #expect(day.advanced(by: step) == day)
        #expect(!day.isFinite)
        #expect(day.components == nil)
    }

    @Test func `prints infinities as PostgreSQL does and orders them outside all days`() throws {
        let day = try #require(Day("2020-02-29"))
        #expect(Day.distantPast.description == "-infinity")
        #expect(Day.distantFuture.description == "infinity")
        #expect(Day.distantPast < day && day < .distantFuture)
        #expect(day.isFinite)
    }

    @Test(arguments: [Int32.min + 1, -2_451_545, -730_120, 2_921_940, 2_145_031_948, Int32.max - 1])
    func `has a description for every value the wire can carry`(_ number: Int32) {
        #expect(Day(rawValue: number).components != nil)
        #expect(!Day(rawValue: number).description.isEmpty)
    }
}

/// A calendar that knows nothing but the lengths of its months.
private struct CalendarWalk: Equatable {
    var year = 1
    var month = 1
    var day = 1

    mutating func step() {
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        day += 1
        if day > lengths[month - 1] { (day, month) = (1, month + 1) }
        if month > 12 { (month, year) = (1, year + 1) }
    }
}
