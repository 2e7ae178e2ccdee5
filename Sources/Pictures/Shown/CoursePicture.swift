package import Annals

/// How lanes ran over time, with the events below: the picture of a history.
package struct CoursePicture: Hashable, Sendable {
    /// What it says of itself.
    package var caption: Caption
    /// The days drawn, both included; always finite.
    package var days: ClosedRange<Day>
    /// The lanes, in the order they are drawn in.
    package var lanes: [Lane]
    /// The events, in the order of the world.
    package var events: [Mark]
    /// What is not drawn and how to see it; nil when all is.
    package var omitted: String?

    package init(
        caption: Caption,
        days: ClosedRange<Day>,
        lanes: [Lane],
        events: [Mark],
        omitted: String? = nil
    ) {
        self.caption = caption
        self.days = days
        self.lanes = lanes
        self.events = events
        self.omitted = omitted
    }

    /// A lane, and what it said when.
    package struct Lane: Hashable, Sendable {
        /// Which it is.
        package var lane: ShownLane
        /// What it said, one after the other; where there is nothing, it is unknown.
        package var intervals: [Interval]

        package init(lane: ShownLane, intervals: [Interval]) {
            self.lane = lane
            self.intervals = intervals
        }
    }

    /// Some days on end through which a lane said the same.
    package struct Interval: Hashable, Sendable {
        /// The days, both included, within those drawn.
        package var days: ClosedRange<Day>
        /// What it said.
        package var claim: ShownClaim

        package init(days: ClosedRange<Day>, claim: ShownClaim) {
            self.days = days
            self.claim = claim
        }
    }

    /// An event, under the letter that marks it.
    package struct Mark: Hashable, Sendable {
        /// How an entry stands today.
        package enum Standing: String, Hashable, Sendable {
            /// It says what was first recorded.
            case asRecorded
            /// It was corrected, and this is what it says now.
            case corrected
            /// This is what it said before it was corrected.
            case superseded
            /// It was withdrawn.
            case retracted
        }

        /// Its letter: `a`, …, `z`, `aa`; the same in the picture and in the list.
        package var letter: String
        /// The days it may have begun on; infinite where nobody says.
        package var begin: ClosedRange<Day>
        /// Its date as written.
        package var date: String
        /// What happened.
        package var title: String
        /// What it set, in words, a line each: `hostility: war`.
        package var sets: [String]
        /// How good source and claim are.
        package var grade: String
        /// Its entry: `#43`.
        package var position: String
        /// Where it was read, in short; nil when nobody says.
        package var source: String?
        /// Where that can be read; nil when nobody says.
        package var url: String?
        /// How it stands.
        package var standing: Standing

        package init(
            letter: String,
            begin: ClosedRange<Day>,
            date: String,
            title: String,
            sets: [String] = [],
            grade: String,
            position: String,
            source: String? = nil,
            url: String? = nil,
            standing: Standing = .asRecorded
        ) {
            self.letter = letter
            self.begin = begin
            self.date = date
            self.title = title
            self.sets = sets
            self.grade = grade
            self.position = position
            self.source = source
            self.url = url
            self.standing = standing
        }

        /// The letter of the event at an index: a to z, then aa, ab and so on.
        package static func letter(_ index: Int) -> String {
            var letters: [Character] = []
            var rest = index
            repeat {
                letters.append(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26))))
                rest = rest / 26 - 1
            } while rest >= 0
            return String(letters.reversed())
        }
    }
}
