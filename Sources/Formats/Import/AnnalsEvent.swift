package import Annals

/// A CloudEvent that annals wrote of its log, and no program of somebody else's.
package enum AnnalsEvent {
    /// What the types of such events begin with.
    static let typePrefix = "org.annals."

    /// Whether a line is one, wherever its `type` stands and however it is escaped.
    package static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
        // Of what is no JSON the reader of the format tells.
        let type = try? type(of: line)
        return type?.hasPrefix(typePrefix) ?? false
    }

    private static func type(of line: ArraySlice<UInt8>) throws(Problem) -> String? {
        var scanner = try JSONScanner(line)
        try scanner.openObject()
        while let key = try scanner.nextKey() {
            if key == CloudEventReader.Key.type.rawValue {
                return try scanner.kind() == .string ? scanner.string() : nil
            }
            try scanner.skip()
        }
        return nil
    }
}

extension Problem {
    /// What is wrong with a line that should be JSON; nil when nothing is.
    package init?(notJSON line: String) {
        do throws(Problem) {
            var scanner = try JSONScanner(Array(line.utf8)[...])
            try scanner.skip()
            try scanner.finish()
            return nil
        } catch {
            self = error
        }
    }
}
