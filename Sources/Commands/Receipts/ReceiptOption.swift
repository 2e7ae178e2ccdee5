import ArgumentParser

/// `--receipt`, on every command that answers from the record.
struct ReceiptOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write a receipt of the answer to a new file, for annals audit.",
            valueName: "file"
        ),
        completion: .file()
    )
    var receipt: String?

    /// Makes sure, before anything is asked, that the receipt can be written; nil when none was asked for.
    func open() throws(Failure) -> ReceiptFile? {
        guard let receipt else { return nil }
        return try ReceiptFile(receipt)
    }
}
