extension PrivateCluster {
    /// The last lines of the server's log, from its last 16 KiB; empty when there is none.
    ///
    /// - Parameter start: leaves out what the log held before it had this many bytes.
    package func logTail(lines: Int = 15, since start: Int = 0) -> String {
        let text = Files.read(logFile, last: min(16_384, max(0, logSize - start))) ?? ""
        return text.split(separator: "\n").suffix(lines).joined(separator: "\n")
    }

    /// In bytes.
    var logSize: Int { FileStatus(of: logFile)?.size ?? 0 }
}
