/// What a private server is told beside where to listen.
package struct ServerSettings: Sendable {
    /// Names and values of server parameters, in the order they are written; the last of a name wins.
    package let values: [(name: String, value: String)]
    /// What `initdb` is told besides, where a test wants a cluster of another kind; the last of an option wins.
    package let initialization: [String]

    package init(values: [(name: String, value: String)], initialization: [String] = []) {
        self.values = values
        self.initialization = initialization
    }

    /// Whether a commit survives a crash of the machine.
    var isDurable: Bool { values.last { $0.name == "fsync" }?.value != "off" }

    /// For a record that matters, on a machine that has other things to do.
    package static let durable = ServerSettings(values: [
        ("shared_buffers", "128MB"),
        ("max_wal_size", "1GB"),
        // Compiling a query costs more than the short ones annals asks.
        ("jit", "off"),
        // Files instead of /dev/shm: containers make that small, and systemd-logind empties it of a user's segments
        // when they log out, though their server still runs.
        ("dynamic_shared_memory_type", "mmap"),
        ("timezone", "UTC"),
        ("log_timezone", "UTC"),
        ("log_checkpoints", "off"),
        // The server's log is kept longer than a text that is erased: a statement or row that failed is not quoted.
        ("log_error_verbosity", "terse"),
        ("log_min_error_statement", "panic"),
        ("log_statement", "none"),
    ])

    /// For tests: a commit need not survive a crash of the machine, and many suites connect at once.
    package static let throwaway = ServerSettings(
        values: durable.values + [
            ("fsync", "off"),
            ("synchronous_commit", "off"),
            ("full_page_writes", "off"),
            ("max_connections", "200"),
        ]
    )
}
