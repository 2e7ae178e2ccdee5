extension CoursePicture.Mark {
    /// The event, as a sentence that stands alone.
    ///
    /// `Event g, 2020-02-29, Doha agreement; sets dialogue: direct; grade B2; #160, corrected; read in Agreement.`
    package var sentence: String {
        [
            "Event \(letter), \(date), \(title)",
            sets.isEmpty ? nil : "sets \(sets.joined(separator: ", "))",
            "grade \(grade)",
            [position, standing.words].compactMap(\.self).joined(separator: ", "),
            source.map { "read in \($0)" },
        ].sentence
    }
}

extension CoursePicture.Mark.Standing {
    /// In words; nil where there is nothing to say.
    package var words: String? {
        switch self {
        case .asRecorded: nil
        case .corrected: "corrected"
        case .superseded: "before its correction"
        case .retracted: "withdrawn"
        }
    }
}
