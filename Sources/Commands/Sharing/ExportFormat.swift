import ArgumentParser

/// The forms in which the record leaves annals.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
    case cloudevents, csv, timelinejs
    case timelinejsCSV = "timelinejs-csv"
    case ics, markwhen, stix, ftm, vis, gexf, bibtex
    case dyadYear = "dyad-year"
    case dyadMonth = "dyad-month"
}
