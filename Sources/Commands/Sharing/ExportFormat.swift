import ArgumentParser
import Formats

/// The forms in which the record leaves annals.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case csv, timelinejs
    case timelinejsCSV = "timelinejs-csv"
    case ics

    /// What it is for, in a few words.
    var purpose: String {
        switch self {
        case .csv: "spreadsheets; annals import reads it again"
        case .timelinejs, .timelinejsCSV: "TimelineJS"
        case .ics: "calendars"
        }
    }
}
