import Glibc

extension PrivateCluster {
    /// How libpq reaches a database of this cluster: `host=/… port=5432 user=annals dbname=…`, quoted.
    package func connectionString(database: String, as role: String = Self.role) -> String {
        [
            ("host", socketDirectory), ("port", String(Self.port)), ("user", role), ("dbname", database),
        ].map { keyword, value in keyword + "=" + quoted(value) }.joined(separator: " ")
    }

    /// Where the server's socket is: `run` in the cluster's directory, or a short path under `/tmp`.
    ///
    /// The address of a Unix socket holds 107 bytes and a terminator (`sun_path`, unix(7)).
    package var socketDirectory: String {
        let near = directory + "/run"
        guard (near + "/.s.PGSQL.\(Self.port)").utf8.count > 107 else { return near }
        let uid = (try? ServerUser.find().uid) ?? geteuid()
        return "/tmp/annals-\(uid)-" + String(fnv1a(directory), radix: 16)
    }
}

/// A keyword string's value, in quotes where it needs them (PostgreSQL, "Connection Strings").
private func quoted(_ value: String) -> String {
    let special = " \t\n\r\u{0B}\u{0C}'\\"
    guard value.isEmpty || value.unicodeScalars.contains(where: special.unicodeScalars.contains) else {
        return value
    }
    var text = "'"
    for character in value.unicodeScalars {
        if character == "'" || character == "\\" { text += "\\" }
        text.unicodeScalars.append(character)
    }
    return text + "'"
}

/// FNV-1a of the path's bytes: the same in every process, unlike `Hasher`.
private func fnv1a(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
