import Annals

@testable import Pictures

extension Caption {
    static let sample = Caption(
        title: "Taliban — United States",
        subject: "how they stood",
        at: "as it stood on 2020-06-01",
        known: "as we knew it now (#162, 2026-11-23)",
        origin: "rulebook 1 · log annals/1b2c at #162"
    )
}

extension ShownClaim {
    static let dialogue = ShownClaim(
        value: ShownValue(word: "direct", level: 2),
        certainty: .possible,
        alternatives: [ShownValue(word: "indirect", level: 1)],
        since: "2020-02-29",
        grade: "B2",
        position: "#160",
        because: "Doha agreement"
    )

    static func certain(_ word: String, level: Int?, since: String? = "2001") -> ShownClaim {
        ShownClaim(
            value: ShownValue(word: word, level: level),
            certainty: .certain,
            since: since,
            grade: "B2",
            position: "#63",
            because: "War on terror against the Taliban"
        )
    }
}

extension CoursePicture.Mark {
    static func sample(
        _ index: Int,
        begin: ClosedRange<Day>,
        title: String = "Doha agreement",
        standing: Standing = .asRecorded,
        url: String? = nil
    ) -> CoursePicture.Mark {
        CoursePicture.Mark(
            letter: letter(index),
            begin: begin,
            date: "2020-02-29",
            title: title,
            sets: ["dialogue: direct", "agreement doha-2020: in force"],
            grade: "B2",
            position: "#\(index + 1)",
            source: "Agreement for Bringing Peace",
            url: url,
            standing: standing
        )
    }
}

/// The day that is written so.
func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw NoSuchDay(text: text) }
    return day
}

struct NoSuchDay: Error {
    let text: String
}
