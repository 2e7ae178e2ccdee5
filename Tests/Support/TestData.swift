package import FoundationEssentials

/// Files too large or too foreign for the repository.
///
/// They lie under `ANNALS_TEST_DATA`, else in the folder `shared/data` beside the package. Tests that need one
/// are skipped where it is absent.
package enum TestData {
    package static func has(_ file: String) -> Bool {
        FileManager.default.fileExists(atPath: path(of: file))
    }

    package static func path(of file: String) -> String { folder + file }

    package static func contents(of file: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path(of: file)))
    }

    private static var folder: String {
        let data =
            ProcessInfo.processInfo.environment["ANNALS_TEST_DATA"]
            ?? URL(filePath: #filePath).appending(path: "../../../../shared/data").standardized.path
        return data + "/"
    }
}
