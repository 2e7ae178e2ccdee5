import EventLog

extension ServerSettings {
    /// What the server that all tests share is told: that of `throwaway`, and what the environment adds, so that the
    /// tests can be run on servers of other kinds.
    ///
    /// `ANNALS_TEST_INITDB` has options of `initdb` with spaces between them, `ANNALS_TEST_SETTINGS` settings of the
    /// server, each `name=value;`.
    static var shared: ServerSettings {
        let environment = TemporaryDirectory.processEnvironment
        let options = (environment["ANNALS_TEST_INITDB"] ?? "").split(separator: " ").map(String.init)
        let settings = (environment["ANNALS_TEST_SETTINGS"] ?? "").split(separator: ";").compactMap {
            setting in
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (name: parts[0], value: parts[1]) : nil
        }
        return ServerSettings(values: throwaway.values + settings, initialization: options)
    }
}
