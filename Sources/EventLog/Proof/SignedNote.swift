/// A text with signatures under it, as C2SP's signed notes are written.
///
/// The text, which ends with a newline; an empty line; a line `— NAME SIGNATURE` for each signature, which is
/// base64 over the four bytes of the key's ID and the signature. A note without signatures is the text alone.
/// Source: c2sp.org/signed-note.
package struct SignedNote: Hashable, Sendable, CustomStringConvertible {
    /// What is signed.
    package let text: String
    private var signatures: [Signature] = []

    private struct Signature: Hashable {
        let name: String
        let keyID: [UInt8]
        let bytes: [UInt8]
    }

    /// A text nobody has signed yet.
    package init(text: String) {
        self.text = text
    }

    /// Whether anybody has signed it.
    package var isSigned: Bool { !signatures.isEmpty }

    /// Reads a note; nil when what stands under its text are no signatures.
    package init?(_ written: String) {
        guard let end = written.firstRange(of: "\n\n") else {
            text = written
            return
        }
        text = String(written[..<end.lowerBound]) + "\n"
        let lines = written[end.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, lines.last == "" else { return nil }
        for line in lines.dropLast() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "—", let bytes = [UInt8](base64: parts[2]), bytes.count > 4
            else { return nil }
            signatures.append(
                Signature(
                    name: String(parts[1]),
                    keyID: Array(bytes.prefix(4)),
                    bytes: Array(bytes.dropFirst(4))
                )
            )
        }
    }

    /// Signs it, under a name.
    package mutating func sign(with key: SigningKey, as name: String) throws {
        let verifier = key.verifier(named: name)
        signatures.append(Signature(name: name, keyID: verifier.id, bytes: try key.sign(text)))
    }

    /// What became of a key that must have signed a note.
    package enum Seal: Sendable {
        /// It has.
        case valid
        /// It has signed something else: the text was changed, or the signature.
        case broken
        /// Others have signed.
        case byOthers
        /// Nobody has.
        case missing
    }

    /// Whether a key has signed it.
    package func seal(of key: VerifierKey) -> Seal {
        let own = signatures.filter { $0.name == key.name && $0.keyID == key.id }
        guard !own.isEmpty else { return signatures.isEmpty ? .missing : .byOthers }
        return own.contains { key.hasSigned(text, as: $0.bytes) } ? .valid : .broken
    }

    /// The note as it is written.
    package var description: String {
        guard !signatures.isEmpty else { return text }
        let lines = signatures.map { "— \($0.name) \(($0.keyID + $0.bytes).base64)\n" }
        return text + "\n" + lines.joined()
    }
}
