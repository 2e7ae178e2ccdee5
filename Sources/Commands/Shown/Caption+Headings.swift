import Annals
import EventLog
import Pictures

extension Headings {
    /// What a picture says of itself.
    ///
    /// - Parameters:
    ///   - at: the world's clock in words; the day asked for when it is left out.
    ///   - known: our clock in words; what was asked for when it is left out.
    func caption(
        _ title: String,
        _ subject: String,
        at: String? = nil,
        known: String? = nil,
        notes: [String] = []
    ) -> Caption {
        Caption(
            title: title,
            subject: subject,
            at: at ?? atLine,
            known: known ?? knownLine,
            origin: origin,
            notes: notes
        )
    }

    /// What the answer rests on: `rulebook 1 · log at #162, root 241351016fa28844`.
    var origin: String {
        "rulebook \(rulebook) · log at \(clocks.head.position), root \(clocks.head.root.hexadecimal.prefix(16))"
    }
}
