import Crypto
import FoundationEssentials

/// Whose signature a checkpoint must carry: a name and an Ed25519 public key, as C2SP's signed notes write them.
///
/// `NAME+ID+KEY`: the name is the origin of the checkpoints, so that a pinned key pins the database too; the ID
/// is what signatures name the key by; the key is base64 over 0x01, for Ed25519, and its 32 bytes.
/// Source: c2sp.org/signed-note.
package struct VerifierKey: Hashable, Sendable, LosslessStringConvertible {
    /// The origin of the checkpoints it signs.
    package let name: String
    /// The 32 bytes of the public key.
    let publicKey: [UInt8]

    init(name: String, publicKey: [UInt8]) {
        self.name = name
        self.publicKey = publicKey
    }

    /// Reads a key; nil when it is none, or its ID is not that of its name and key.
    package init?(_ description: String) {
        let parts = description.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let key = [UInt8](base64: parts[2]), key.count == 33, key[0] == Self.ed25519
        else { return nil }
        self.init(name: String(parts[0]), publicKey: Array(key.dropFirst()))
        guard self.description == description else { return nil }
    }

    /// The key as it is written.
    package var description: String {
        "\(name)+\(id.hexadecimal)+\(([Self.ed25519] + publicKey).base64)"
    }

    /// The four bytes a signature names its key by.
    var id: [UInt8] {
        Array(SHA256.hash(data: Array("\(name)\n".utf8) + [Self.ed25519] + publicKey).prefix(4))
    }

    /// Whether this key signed a text.
    func hasSigned(_ text: String, as signature: [UInt8]) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        return key?.isValidSignature(signature, for: Array(text.utf8)) ?? false
    }

    /// The algorithm, as signed notes number it.
    private static let ed25519: UInt8 = 1
}
