import Annals
import ArgumentParser
import EventLog

/// `annals audit`.
struct AuditCommand: AnnalsSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Give the answers of receipts again, from the log alone.",
        discussion: """
            A receipt is what --receipt FILE writes beside \(Question.Verb.named). Its question is answered again by \
            folding the entries of the log it rests on, without the projections, as it was known then: what was \
            appended or corrected since changes nothing. Exits with 0 when every answer is the same, and \
            with 1 when one differs.
            """
    )

    @Argument(help: ArgumentHelp("Receipts.", valueName: "file"), completion: .file())
    var files: [String]

    @OptionGroup var global: GlobalOptions

    func execute() throws {
        let read = files.map { file in Result { () throws(Failure) in try ReceiptFile.read(file) } }
        if read.count == 1 { _ = try read[0].get() }
        let session = try Session.open(global, for: "audit", catchingUp: false)
        let log = session.log
        let origin = try log.origin()
        let receipts = zip(files, read).map { file, receipt in
            receipt.flatMap { Self.refuse($0, unlessOf: origin, file) }
                .flatMap { Self.refuse($0, beyond: session) }
        }
        if receipts.count == 1 { _ = try receipts[0].get() }
        let heads = receipts.compactMap { try? $0.get().question.clocks.head.position }
        let roots = try log.roots(at: heads)
        var worst: Failure.Code?
        var counts = (same: 0, different: 0, refused: 0)
        for (file, receipt) in zip(files, receipts) {
            let audit: Result<Audit, Failure> =
                switch receipt {
                case .success(let receipt): .success(try Audit(receipt, against: log, roots: roots))
                case .failure(let failure): .failure(failure)
                }
            switch audit {
            case .success(let audit) where audit.isSame: counts.same += 1
            case .success:
                counts.different += 1
                worst = .no
            case .failure(let failure):
                counts.refused += 1
                worst = worst ?? failure.code
            }
            try Console.standard.print(told(audit, of: file))
        }
        if files.count > 1, !global.json { try Console.standard.print(summary(counts)) }
        if let worst { throw Failure(worst, []) }
    }

    /// A receipt of another log is no evidence of anything about this one.
    private static func refuse(
        _ receipt: Receipt,
        unlessOf origin: String,
        _ file: String
    ) -> Result<Receipt, Failure> {
        guard receipt.origin != origin else { return .success(receipt) }
        return .failure(
            Failure(
                .no,
                "receipt",
                "\(file) is a receipt of another log: of \(Printable.line(receipt.origin, most: 60)), and this is \(origin)",
                help: "name the database it was given by with --db"
            )
        )
    }

    /// What a replica has not got yet is not missing.
    private static func refuse(_ receipt: Receipt, beyond session: Session) -> Result<Receipt, Failure> {
        Result {
            try session.reach(receipt.question.clocks.head.position)
            return receipt
        }.mapError { Failure($0) }
    }

    private func told(_ audit: Result<Audit, Failure>, of file: String) throws -> String {
        if global.json { return AuditText.json(audit, of: file).line }
        guard files.count > 1 else { return try AuditText.lines(audit.get()).joined(separator: "\n") }
        return AuditText.line(audit, of: file)
    }

    private func summary(_ counts: (same: Int, different: Int, refused: Int)) -> String {
        let parts = [
            "\(counts.same) the same", counts.different > 0 ? "\(counts.different) different" : nil,
            counts.refused > 0 ? "\(counts.refused) not to be audited" : nil,
        ]
        return "\n\(files.count) receipts: \(parts.compactMap { $0 }.joined(separator: ", "))."
            + (counts.different + counts.refused > 0 ? " What it is about one: annals audit FILE" : "")
    }
}
