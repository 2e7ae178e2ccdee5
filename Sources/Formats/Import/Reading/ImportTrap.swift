/// A habit of a source that misleads whoever does not know it.
package enum ImportTrap: String, CaseIterable, Sendable {
    /// A CAMEO code without its leading zero.
    case lostZero = "lost-zero"
    /// A code that two versions of the CAMEO code book read differently.
    case swappedCodes = "swapped-codes"
    /// Ids that are given twice.
    case reusedIDs = "reused-ids"
    /// Rows without an id.
    case noIDs = "no-ids"
    /// Reports counted as events.
    case reportsCounted = "reports-counted"
    /// Actors in no order.
    case undirected
    /// The same actor on both sides.
    case sameActor = "same-actor"
    /// A day where perhaps only the year is known.
    case sharpenedDate = "sharpened-date"
    /// Dates that stand for a week or a month.
    case roundedDate = "rounded-date"
    /// Words of an older manual.
    case olderManual = "older-manual"
    /// Words that no manual has.
    case unknownWords = "unknown-words"
    /// Spells cut off where the data begin or end.
    case censored

    /// What it is and what annals does about it, in sentences.
    package var explanation: String {
        switch self {
        case .lostZero:
            "CAMEO codes have lost the zero in front of them, as in a spreadsheet that took them for numbers. It is "
                + "given back where only one code can be meant; a row where two can (10 is a demand, 010 a "
                + "statement) is refused."
        case .swappedCodes:
            "Code books of CAMEO disagree on 163 to 166. Most have 163 for sanctions, 164 for negotiations halted, "
                + "165 for mediation halted and 166 for expulsions; some have 163 for negotiations halted and 166 "
                + "for sanctions. annals reads the former and changes no code; compare these rows with what was "
                + "reported."
        case .reusedIDs:
            "ICEWS gives some event ids twice, on different dates. A row is known by its id and its date."
        case .noIDs:
            "Rows without an id are known by all they say. Imported again unchanged they are recognised; imported "
                + "again after a change they are recorded as new events. Give them ids to have them corrected."
        case .reportsCounted:
            "GDELT counts reports: what was reported ten times may be ten events. Each row is recorded as reported, "
                + "graded F6, with its number of mentions in a tag; take counts of them for attention."
        case .undirected:
            "ACLED's actor 1 and actor 2 do not say who acted on whom. Both are recorded as actors, none as the "
                + "recipient, so that only what reads the same from both sides follows."
        case .sameActor:
            "Both sides of some rows are the same actor. They are recorded as events of that actor alone."
        case .sharpenedDate:
            "Some events are dated to 1 January. Where more are than one in 365, a year has been written as its "
                + "first day; the day is recorded as it stands. Write 2013, not 2013-01-01, for what is known to "
                + "the year."
        case .roundedDate:
            "Some dates stand for a week or a month. They are recorded as some day of that week or month."
        case .olderManual:
            "Some event types are of an older PLOVER manual. DEMAND is recorded as REQUEST, DISAPPROVE and "
                + "INVESTIGATE as ACCUSE, as the manual says; CRIME has no successor and is recorded without a "
                + "type. The word as it stood is kept in a tag."
        case .unknownWords:
            "Some types, modes or contexts are not in the PLOVER manual. They are kept in tags."
        case .censored:
            "Some spells begin or end where the data do. Such a begin is recorded as that date or before, such an "
                + "end as open."
        }
    }
}
