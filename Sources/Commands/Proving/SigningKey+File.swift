import EventLog

extension SigningKey {
    /// Reads the file that `--key` names.
    init(file path: String) throws(Failure) {
        guard let key = SigningKey(pem: try TextFile.read(path, "the key")) else {
            throw Failure(
                .badData,
                "key",
                "\(path) holds no Ed25519 private key in PEM without a password",
                help: "make one with: openssl genpkey -algorithm ed25519 -out FILE"
            )
        }
        self = key
    }
}
