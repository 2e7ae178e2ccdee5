import Foundation

/// A folder of text files, with those of its subfolders.
struct TextFolder {
    let url: URL
    /// Paths relative to the folder, such as `functions/append.sql`, sorted by their bytes so that every
    /// machine agrees on the order.
    let files: [String]

    /// Lists a folder, all of it or the files with some extensions.
    ///
    /// Hidden files are left out.
    ///
    /// - Throws: When there is no such folder, or it cannot be read.
    init(at url: URL, only pathExtensions: [String]? = nil) throws {
        // Listing stops at a symbolic link, even when the folder itself is one.
        let folder = url.resolvingSymlinksInPath()
        self.url = folder
        self.files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { path in
                let file = folder.appending(path: path)
                let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
                let isWanted = pathExtensions?.contains(file.pathExtension) != false
                let isFile = try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
                return isFile == true && isWanted && !isHidden
            }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
