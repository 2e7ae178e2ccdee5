import Crypto

/// The Ed25519 key that signs checkpoints.
///
/// ```
/// openssl genpkey -algorithm ed25519 -out annals.key
/// ```
package struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// What PKCS#8 writes before the 32 bytes of an Ed25519 key (RFC 8410 §7).
    private static let prefix: [UInt8] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    /// Reads the PEM file of an unencrypted private key; nil when it is something else.
    package init?(pem: String) {
        let lines = pem.split(whereSeparator: \.isNewline)
        guard lines.count >= 3, lines.first == "-----BEGIN PRIVATE KEY-----",
            lines.last == "-----END PRIVATE KEY-----",
            let bytes = [UInt8](base64: lines.dropFirst().dropLast().joined()),
            bytes.count == Self.prefix.count + 32, bytes.starts(with: Self.prefix),
            let key = try? Curve25519.Signing.PrivateKey(
                rawRepresentation: bytes.dropFirst(Self.prefix.count)
            )
        else { return nil }
        self.key = key
    }

    /// What others verify its signatures with.
    package func verifier(named name: String) -> VerifierKey {
        VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    func sign(_ text: String) throws -> [UInt8] {
        Array(try key.signature(for: Array(text.utf8)))
    }
}
