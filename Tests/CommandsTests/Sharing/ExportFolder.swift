import Support

/// A directory that a test exports into.
enum ExportFolder {
    static func make() throws -> String { try TemporaryDirectory.make(prefix: "annals-export-") }

    static func remove(_ path: String) { TemporaryDirectory.remove(path) }
}
