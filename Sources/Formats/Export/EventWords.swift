import Annals

extension SharedEvent {
    /// How it is claimed and graded, and where it stands in the log: `alleged · grade B2 · #160`.
    var standing: String {
        let modality = event.modality == .asserted ? [] : [event.modality.rawValue]
        return (modality + ["grade \(event.grade)", position.description]).joined(separator: " · ")
    }
}

extension Source {
    /// The source in a line: `A report, Publisher, 2022, §1`.
    var words: String {
        [title, publisher, published, locator].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: ", ")
    }
}
