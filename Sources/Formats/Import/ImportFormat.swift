/// A format that others keep their events in.
package enum ImportFormat: String, CaseIterable, Sendable {
    /// CloudEvents 1.0, an event a line; the only one that is no table.
    case cloudEvents = "cloudevents"
    /// A spreadsheet with columns of ours, or with others that a ``ColumnMap`` names.
    case csv
    /// The spreadsheet of a TimelineJS timeline.
    case timelineJS = "timelinejs"
    /// ICEWS, the public event files of 1995 to 2023.
    case icews
    /// POLECAT, its successor.
    case polecat
    /// GDELT 1.0 and 2.0, the events.
    case gdelt
    /// ACLED, and the list of what it deleted.
    case acled
    /// Correlates of War, the files of spells: the state system, contiguity, alliances by dyad.
    case cow

    /// What it is called in a sentence.
    package var name: String {
        switch self {
        case .cloudEvents: "CloudEvents"
        case .csv: "a spreadsheet"
        case .timelineJS: "TimelineJS"
        case .icews: "ICEWS"
        case .polecat: "POLECAT"
        case .gdelt: "GDELT"
        case .acled: "ACLED"
        case .cow: "Correlates of War"
        }
    }
}
