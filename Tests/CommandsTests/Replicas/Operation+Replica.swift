import Testing

extension Operation {
    /// Makes a server that follows another, and starts it.
    mutating func makeReplica(_ name: String, of primary: String) throws {
        variables[name.uppercased() + "_SERVER"] = database("postgres", on: name)
        try run(
            """
            mkdir \(name)
            pg_basebackup --dbname="\(database("postgres", on: primary))" --pgdata=\(name)/data \
                --write-recovery-conf --checkpoint=fast --no-sync
            echo "unix_socket_directories = '\(directory)/\(name)'" >>\(name)/data/postgresql.conf
            pg_ctl start --pgdata=\(name)/data --log=\(name)/server.log --wait --silent
            """
        )
    }

    /// Runs a statement on a server.
    func ask(_ statement: String, on server: String) throws {
        try run("psql --dbname=\"\(database("annals", on: server))\" -qAtc \"\(statement)\" >>log")
    }

    /// Somebody whose database is on one of the servers.
    func user(on server: String) -> User {
        User(adding: ["ANNALS_DB": database("annals", on: server)])
    }

    /// A server with the record that ships with annals, and one that follows it.
    mutating func makePair() throws {
        try makeServer("one")
        try run("createdb --maintenance-db=\"$ONE_SERVER\" annals")
        let loaded = try user(on: "one").annals("init", "--example", "afghanistan")
        try #require(loaded.status == 0, "\(loaded.errors)")
        try makeReplica("two", of: "one")
        try waitUntil { try user(on: "two").logEnd() == 162 }
    }
}
