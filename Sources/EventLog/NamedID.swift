package import Annals
import Crypto

extension EventID {
    /// The identity that a name always has (UUID version 5, RFC 9562): whoever makes it, whenever, in whatever form of
    /// Unicode it is written.
    package init(naming name: String) {
        let namespace = [Self.namespace.high, Self.namespace.low].flatMap { part in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: part >> $0) }
        }
        let digest = Array(Insecure.SHA1.hash(data: namespace + Array(name.composed.utf8)))
        let halves = [digest[..<8], digest[8..<16]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        self.init(
            high: halves[0] & 0xFFFF_FFFF_FFFF_0FFF | 0x5000,
            low: halves[1] & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }

    /// What tells names of annals from those of others: e2c4f1a0-6f0b-4d5c-9a53-0c3a7f1d8b26.
    private static let namespace = EventID(high: 0xE2C4_F1A0_6F0B_4D5C, low: 0x9A53_0C3A_7F1D_8B26)
}
