extension PrivateCluster {
    private static let configurationName = "annals.conf"

    /// Writes what annals decides, anew before each start, so that it follows a directory that was moved.
    ///
    /// A file of its own, so that a person's settings in `postgresql.conf` stay and win.
    func writeConfiguration(in data: String, as user: ServerUser) throws(ClusterError) {
        let place = [
            // No TCP: only who may enter the socket's directory can connect.
            ("listen_addresses", ""),
            ("unix_socket_directories", socketDirectory),
            ("unix_socket_permissions", "0700"),
            ("port", String(Self.port)),
        ]
        var text =
            "# Written by annals before each start. Settings of your own belong at the end of postgresql.conf.\n"
        for (name, value) in place + settings.values { text += "\(name) = \(quoted(value))\n" }
        try Files.replace(data + "/" + Self.configurationName, with: text, owner: user)
    }

    /// Makes `postgresql.conf` read that file, after what `initdb` chose.
    func includeConfiguration(in data: String) throws(ClusterError) {
        try Files.append("\ninclude = '\(Self.configurationName)'\n", to: data + "/postgresql.conf")
    }
}

/// A value as the server's configuration file quotes it; backslashes are escapes there too.
private func quoted(_ value: String) -> String {
    var text = "'"
    for character in value.unicodeScalars {
        if character == "'" || character == "\\" { text.unicodeScalars.append(character) }
        text.unicodeScalars.append(character)
    }
    return text + "'"
}
