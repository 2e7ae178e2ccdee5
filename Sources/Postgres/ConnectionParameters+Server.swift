extension ConnectionParameters {
    /// Where the server is, of all that the connection string says: `host=db1 port=5432`; nil where it does not say.
    package var server: String? {
        guard problem == nil else { return nil }
        let options = parseConnectionString(connectionString).options
        guard let host = options["host"] ?? options["hostaddr"] else { return nil }
        return "host=\(host)" + (options["port"].map { " port=\($0)" } ?? "")
    }
}
