import Annals
import Crypto

/// Looks for what an altered entry said when it was recorded.
///
/// The digest does not tell, but it confirms: a field is given one value after the other that it may have had, until
/// the entry is what its digest, or its leaf in the tree, was made of.
struct AlterationSearch {
    /// The canonical bytes of each field as they are now.
    private let segments: [[UInt8]]
    private let salt: [UInt8]
    private let isRecorded: (Hash) -> Bool

    /// - Parameters:
    ///   - segments: the canonical bytes of each field.
    ///   - isRecorded: whether a digest is that of the entry as it was recorded.
    init(segments: [[UInt8]], salt: [UInt8], isRecorded: @escaping (Hash) -> Bool) {
        self.segments = segments
        self.salt = salt
        self.isRecorded = isRecorded
    }

    /// A value a field may have had.
    struct Candidate {
        /// As it is written for people; nil for none.
        let text: String?
        /// Writes its canonical bytes.
        let write: (inout CanonicalWriter) -> Void

        /// A text, or none.
        static func text(_ text: String?) -> Candidate { Candidate(text: text) { $0.text(text) } }

        /// A text that enters as a hash.
        static func hidden(_ text: String?, _ field: CanonicalField) -> Candidate {
            Candidate(text: text) { $0.hidden(text, field.salt, nil) }
        }

        /// Some texts, or none.
        static func list(_ items: [String]?) -> Candidate {
            Candidate(text: items?.joined(separator: ", ")) { $0.list(items) { $0.text($1) } }
        }
    }

    /// The first value with which the entry is what was recorded; nil when none of them is it.
    func find(_ field: CanonicalField, among candidates: some Sequence<Candidate>) -> Candidate? {
        var writer = CanonicalWriter()
        writer.begin(salt: salt)
        var before = SHA256()
        before.update(data: writer.bytes + segments[..<field.rawValue].joined())
        let after = Array(segments[(field.rawValue + 1)...].joined())
        return candidates.first { candidate in
            writer.begin(salt: salt)
            let start = writer.bytes.count
            candidate.write(&writer)
            var hasher = before
            hasher.update(data: writer.bytes[start...])
            hasher.update(data: after)
            return isRecorded(Hash(hasher.finalize()))
        }
    }
}
