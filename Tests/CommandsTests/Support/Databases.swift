import Postgres
import Support

/// Databases with something in them.
enum Databases {
    /// The record that ships with annals, loaded once for all tests that only read it.
    static let example = Result {
        let database = try TestDatabase()
        let outcome = try User(of: database).annals("init", "--example", "afghanistan")
        guard outcome.status == 0 else { throw NotLoaded(errors: outcome.errors) }
        return database
    }

    /// A new database with four actors, China, Pakistan, the Taliban and the United States, at #1 to #4.
    static func withActors() throws -> TestDatabase {
        let database = try TestDatabase()
        let outcome = try User(of: database).annals("append", input: actors)
        guard outcome.status == 0 else { throw NotLoaded(errors: outcome.errors) }
        return database
    }

    private static let actors = """
        {"actor":"china","name":"China","kind":"state","codes":["iso3:CHN"]}
        {"actor":"pakistan","name":"Pakistan","kind":"state","codes":["iso3:PAK"]}
        {"actor":"taliban","name":"Taliban","kind":"armed-group","aliases":["Islamic Emirate"]}
        {"actor":"united-states","name":"United States","kind":"state","aliases":["us"],"codes":["iso3:USA"]}
        """

    struct NotLoaded: Error {
        let errors: String
    }
}

extension User {
    /// Somebody who reads the record that ships with annals.
    static func ofExample() throws -> User {
        User(of: try Databases.example.get())
    }

    /// Somebody with a new database that knows four actors.
    static func withActors() throws -> User {
        User(of: try Databases.withActors())
    }

    /// Where the log ends.
    func logEnd() throws -> Int? {
        try annals("status", "--json").json["position"].number
    }
}
