extension DiffPicture.Row {
    /// The change, as a sentence that stands alone.
    ///
    /// `Dialogue: from unknown to direct, since 2020-02-29; better; #160 Doha agreement.`
    package var sentence: String {
        let whose = [relationship, lane.label].compactMap(\.self).joined(separator: ", ")
        return [
            "\(whose.capitalised): from \(Self.said(before)) to \(Self.said(after))", verdict.rawValue, cause,
        ].sentence
    }

    private static func said(_ claim: ShownClaim?) -> String {
        claim.map { "\($0.words), \($0.period)" } ?? "unknown"
    }
}
